/**
 * Loaded into a server before anything else: a request that carries the header `x-die-before-answering` is worked on as
 * any other, and the process kills itself at the moment of answering, so between the write and its acknowledgement.
 */
import { ServerResponse } from 'node:http';

const { writeHead, end } = ServerResponse.prototype;

function dieIfAsked(response) {
  if (response.req.headers['x-die-before-answering']) process.kill(process.pid, 'SIGKILL');
}

ServerResponse.prototype.writeHead = function (...given) {
  dieIfAsked(this);
  return writeHead.apply(this, given);
};

ServerResponse.prototype.end = function (...given) {
  dieIfAsked(this);
  return end.apply(this, given);
};
