import type { RequestHandler } from 'express';

/** Breaks off a request whose body is not there in time: nobody holds a connection by sending it byte by byte. */
export function boundUpload(milliseconds: number): RequestHandler {
  return (request, _response, next) => {
    const late = setTimeout(() => {
      request.destroy();
    }, milliseconds);
    const isThere = (): void => {
      clearTimeout(late);
    };
    request.once('end', isThere).once('close', isThere);
    next();
  };
}
