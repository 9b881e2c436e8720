// node audit.mjs DIRECTORY RUNS [PAGE…]: serves a site on loopback, audits pages of it, and prints the median of each
// score and what costs points. Pictures of the sample site do not exist, so plain ones of the size that its pages say
// stand in their place.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import * as launcher from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const [directory, runs, ...wanted] = process.argv.slice(2);
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml', '.xml': 'application/xml',
  '.json': 'application/json', '.txt': 'text/plain; charset=utf-8', '.ico': 'image/x-icon' };
const POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const files = fs.readdirSync(directory, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => path.relative(directory, path.join(entry.parentPath, entry.name)));
const sizes = new Map();
for (const page of files.filter(file => file.endsWith('.html'))) {
  const html = fs.readFileSync(path.join(directory, page), 'utf8');
  for (const [, name, width, height] of html.matchAll(/<img src="[^"]*(blobs\/[^"]*)"[^>]* width="(\d+)" height="(\d+)"/g)) {
    sizes.set(name, [width, height]);
  }
}

const picture = ([width, height]) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#789"/></svg>`;

function answer(request, response) {
  const name = decodeURIComponent(new URL(request.url, 'http://x').pathname).slice(1);
  const key = name === '' || name.endsWith('/') ? `${name}index.html` : name;
  const size = sizes.get(key.replace(/-\d+w$/, ''));
  if (!size && !files.includes(key)) {
    response.writeHead(404).end();
    return;
  }
  const body = size ? Buffer.from(picture(size)) : fs.readFileSync(path.join(directory, key));
  response.writeHead(200, {
    'Content-Type': size ? TYPES['.svg'] : TYPES[path.extname(key)],
    'Content-Encoding': 'gzip',
    'Content-Security-Policy': POLICY,
    'Cache-Control': size || key.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
  }).end(zlib.gzipSync(body));
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const median = scores => [...scores].sort((one, other) => one - other)[Math.floor(scores.length / 2)];
const server = http.createServer(answer).listen(0, '127.0.0.1');
await new Promise(done => server.once('listening', done));
const site = `http://127.0.0.1:${server.address().port}/`;
const chrome = await launcher.launch({ chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'] });
const pages = wanted.length ? wanted : files.filter(file => file.endsWith('index.html')).map(file => file.replace(/index\.html$/, ''));

for (const page of pages) {
  for (const form of ['mobile', 'desktop']) {
    const scores = new Map();
    const costs = new Set();
    for (let run = 0; run < Number(runs); run++) {
      const { lhr } = await lighthouse(site + page, { port: chrome.port, logLevel: 'error', onlyCategories: CATEGORIES }, form === 'desktop' ? desktopConfig : undefined);
      for (const [name, category] of Object.entries(lhr.categories)) {
        scores.set(name, [...(scores.get(name) ?? []), Math.round(category.score * 100)]);
        category.auditRefs.filter(audit => audit.weight > 0 && lhr.audits[audit.id].score !== null && lhr.audits[audit.id].score < 0.9)
          .forEach(audit => costs.add(`${audit.id} ${lhr.audits[audit.id].displayValue ?? ''}`));
      }
    }
    const said = [...scores].map(([name, each]) => `${name} ${median(each)}`).join(', ');
    console.log(`/${page} ${form}: ${said}${costs.size ? `; ${[...costs].join('; ')}` : ''}`);
  }
}
await chrome.kill();
server.close();
