#!/usr/bin/env node
// Real PDSes (npm @atproto/pds) and a real PLC directory (npm @did-plc/server, in memory) on loopback. Prints ONE JSON line when
// ready: the URLs, and the accounts of the first PDS with their tokens; stops when standard input closes. SERVERS=n for more than
// one PDS, the others without accounts; LOG=1 lets them log.
import fs from 'node:fs/promises'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
if (process.env.LOG !== '1') process.env.LOG_ENABLED = 'false'
const { PDS } = await import('@atproto/pds')
const { Secp256k1Keypair } = await import('@atproto/crypto')
const { PlcServer, Database } = await import('@did-plc/server').then((module) => module.default ?? module)
const { Xrpc, jpeg, tid } = await import('./lib.mjs')

const freePort = () => new Promise((found, failed) => {
  const server = net.createServer()
  server.on('error', failed)
  server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => found(port)) })
})
const serve = async (answer) => {
  const server = http.createServer((request, response) => answer(request, response).catch((e) => response.writeHead(502).end(String(e))))
  await new Promise((ready) => server.listen(0, 'localhost', ready))
  return { server, port: server.address().port }
}
const json = (response, status, value) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))

// Of a DID's data, the document as plc.directory and hosts of did:web serve it today.
const didDocument = (data) => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: data.did,
  alsoKnownAs: data.alsoKnownAs,
  verificationMethod: Object.entries(data.verificationMethods).map(([name, key]) =>
    ({ id: `${data.did}#${name}`, type: 'Multikey', controller: data.did, publicKeyMultibase: key.replace('did:key:', '') })),
  service: Object.entries(data.services).map(([name, service]) => ({ id: `#${name}`, type: service.type, serviceEndpoint: service.endpoint })),
})

// @did-plc/server 0.0.1, the only release, renders keys in an older form: a front renders documents the way of today.
const plcPort = await freePort()
const plc = PlcServer.create({ db: Database.mock(), port: plcPort })
await plc.start()
const front = await serve(async (request, response) => {
  const did = /^\/(did:plc:[a-z2-7]{24})$/.exec(decodeURIComponent(request.url.split('?')[0]))
  if (request.method === 'GET' && did) {
    const found = await fetch(`http://localhost:${plcPort}/${did[1]}/data`)
    return json(response, found.status, found.ok ? didDocument(await found.json()) : await found.json())
  }
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const passed = await fetch(`http://localhost:${plcPort}${request.url}`, { method: request.method,
    headers: { 'content-type': request.headers['content-type'] ?? 'application/json' }, body: chunks.length ? Buffer.concat(chunks) : undefined })
  response.writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? 'text/plain' }).end(Buffer.from(await passed.arrayBuffer()))
})
const plcUrl = `http://localhost:${front.port}`

const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'pds-'))
const adminPassword = 'for-loopback-only'
const startPds = async (name) => {
  const own = path.join(directory, name)
  await fs.mkdir(path.join(own, 'data'), { recursive: true })
  const port = await freePort()
  const server = await PDS.fromEnv({
    devMode: true, port, hostname: 'localhost', didPlcUrl: plcUrl,
    dataDirectory: path.join(own, 'data'), blobstoreDiskLocation: path.join(own, 'blobs'),
    recoveryDidKey: (await Secp256k1Keypair.create()).did(), adminPassword, jwtSecret: 'for-loopback-tests-only',
    plcRotationKeyK256PrivateKeyHex: Buffer.from(await (await Secp256k1Keypair.create({ exportable: true })).export()).toString('hex'),
    serviceHandleDomains: ['.test'], inviteRequired: false, disableSsrfProtection: true, rateLimitsEnabled: false, crawlers: [],
    bskyAppViewUrl: 'https://appview.invalid', bskyAppViewDid: 'did:example:invalid',
    modServiceUrl: 'https://moderator.invalid', modServiceDid: 'did:example:invalid',
  })
  await server.start()
  return { server, url: `http://localhost:${port}` }
}
const servers = []
for (let n = 0; n < Number(process.env.SERVERS ?? 1); n++) servers.push(await startPds(`server${n}`))
const { url } = servers[0]

const newAccount = (name) => ({ email: `${name}@example.test`, handle: `${name}.test`, password: `password-of-${name}` })
const plcAccount = async (name) => new Xrpc(url).post('com.atproto.server.createAccount', newAccount(name))

// An account whose DID is that of a host on this machine: it proves itself with its key, then takes over the key of the PDS.
const webHost = await serve(async (request, response) =>
  request.url === '/.well-known/did.json' ? json(response, 200, didDocument(web)) : json(response, 404, {}))
const webKey = await Secp256k1Keypair.create()
const web = { did: `did:web:localhost%3A${webHost.port}`, alsoKnownAs: ['at://webwriter.test'], verificationMethods: { atproto: webKey.did() },
  services: { atproto_pds: { type: 'AtprotoPersonalDataServer', endpoint: url } } }
const serviceToken = async (lxm) => {
  const part = (value) => Buffer.from(value).toString('base64url')
  const { did } = await new Xrpc(url).get('com.atproto.server.describeServer')
  const now = Math.floor(Date.now() / 1000)
  const signed = part(JSON.stringify({ typ: 'JWT', alg: 'ES256K' })) + '.'
    + part(JSON.stringify({ iss: web.did, aud: did, lxm, iat: now, exp: now + 60, jti: tid() }))
  return `${signed}.${part(await webKey.sign(Buffer.from(signed)))}`
}
const webAccount = async () => {
  const create = 'com.atproto.server.createAccount'
  const account = await new Xrpc(url, await serviceToken(create)).post(create, { ...newAccount('webwriter'), did: web.did })
  const client = new Xrpc(url, account.accessJwt)
  web.verificationMethods = (await client.get('com.atproto.identity.getRecommendedDidCredentials')).verificationMethods
  await client.post('com.atproto.server.activateAccount')
  return account
}

// A publication with an icon, and a document with a cover.
const publish = async (account) => {
  const client = new Xrpc(url, account.accessJwt)
  const blob = async (bytes) => (await client.post('com.atproto.repo.uploadBlob', jpeg(bytes), 'image/jpeg')).blob
  const put = (record) => client.post('com.atproto.repo.putRecord', { repo: account.did, collection: record.$type, rkey: tid(), record })
  const { uri } = await put({ $type: 'site.standard.publication', url: 'https://blog.example.test', name: 'Loopback Gazette',
    description: 'A publication on a real PDS', icon: await blob(4000), preferences: { showInDiscover: true } })
  await put({ $type: 'site.standard.document', site: uri, path: '/hello-world', title: 'Hello, world', description: 'First',
    coverImage: await blob(131397), textContent: 'Hello from a real PDS.', tags: ['test', 'atproto'], publishedAt: new Date().toISOString() })
}

const accounts = [await plcAccount('writer'), await webAccount()]
for (const account of accounts) await publish(account)
process.stdout.write(JSON.stringify({ plcUrl, adminPassword, servers: servers.map((each) => each.url),
  accounts: accounts.map(({ did, handle, accessJwt }) => ({ did, handle, accessJwt })) }) + '\n')

let closing = false
const stop = async () => {
  if (closing) return
  closing = true
  for (const { server } of servers) await server.destroy().catch(() => {})
  front.server.close()
  webHost.server.close()
  await plc.destroy().catch(() => {})
  await fs.rm(directory, { recursive: true, force: true })
  process.exit(0)
}
process.stdin.resume().on('end', stop).on('close', stop)
process.on('SIGTERM', stop).on('SIGINT', stop)
