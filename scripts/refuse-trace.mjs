import http from "node:http";

/**
 * Next cannot make a Request of these methods, and would answer 500. Nobody may use them anyway:
 * they show a caller what a proxy in between has added.
 */
const refused = new Set(["TRACE", "TRACK"]);

const create = http.createServer;

http.createServer = (...given) =>
  create(...given.map((each) => (typeof each === "function" ? guarded(each) : each)));

function guarded(listener) {
  return (request, response) => {
    if (!refused.has(request.method)) return listener(request, response);
    response.writeHead(405, { connection: "close", "content-length": "0" }).end();
  };
}
