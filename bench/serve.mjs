// A static server for measuring: HTTP/2 over TLS, gzip -6 and max-age=600 as GitHub Pages has it,
// one host name for each site, and a log of what was sent. Node's own modules only.
// Usage: node serve.mjs HOSTS.json LOG KEY.pem CERT.pem
// HOSTS.json: {"ours.test": "/folder", …}. Any other name is answered with 404.
import crypto from "node:crypto";
import fs from "node:fs";
import http2 from "node:http2";
import path from "node:path";
import zlib from "node:zlib";

const [hostsFile, logFile, keyFile, certFile] = process.argv.slice(2);
const hosts = JSON.parse(fs.readFileSync(hostsFile, "utf8"));
const cert = fs.readFileSync(certFile);
const publicKey = new crypto.X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
const spki = crypto.createHash("sha256").update(publicKey).digest("base64");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
};
const ZIPPED = /^(text\/|application\/json|image\/(svg|x-icon)|font\/ttf)/;
const ready = new Map();

/** The bytes of a file as they are sent; zipped once, so that no visit pays for it. */
function body(file, type) {
  if (!ready.has(file)) {
    const raw = fs.readFileSync(file);
    const zipped = ZIPPED.test(type) ? zlib.gzipSync(raw, { level: 6 }) : raw;
    ready.set(file, zipped.length < raw.length ? [zipped, "gzip"] : [raw, ""]);
  }
  return ready.get(file);
}

function found(host, asked) {
  const root = hosts[host];
  if (!root) return null;
  const file = path.join(root, path.normalize(asked.endsWith("/") ? `${asked}index.html` : asked));
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

function answer(request, response) {
  const host = (request.authority ?? request.headers.host ?? "").replace(/:\d+$/, "");
  const asked = decodeURIComponent(new URL(request.url, "https://any").pathname);
  const file = found(host, asked);
  const note = { host, path: asked, status: file ? 200 : 404, bytes: 0 };
  if (file) {
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    const [bytes, encoding] = body(file, type);
    const headers = { "content-type": type, "cache-control": "max-age=600" };
    if (encoding) headers["content-encoding"] = encoding;
    response.writeHead(200, headers);
    response.end(bytes);
    note.bytes = bytes.length;
  } else {
    response.writeHead(404);
    response.end();
  }
  fs.appendFileSync(logFile, `${JSON.stringify(note)}\n`);
}

const server = http2.createSecureServer({ key: fs.readFileSync(keyFile), cert, allowHTTP1: true }, answer);
server.on("sessionError", () => {});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port, spki })));
process.stdin.resume().on("end", () => process.exit(0)); // ends with the run that started it
