/** Gives every line back that it is sent, by Node's own server and nothing else: what POST /v1/check is measured against. Prints its address. */
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';

const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/plain');
  pipeline(request, response).catch(() => response.destroy());
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
