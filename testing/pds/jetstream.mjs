#!/usr/bin/env node
// Jetstream on top of a real PDS: version 1 (GET /subscribe) and version 2 (network.bsky.jetstream.subscribeEvents with its
// zstd dictionary), live, with filters by collection, cursors by time and by seq, and the faults of simulator.mjs. Keeps all events.
// UPSTREAM=ws://…/xrpc/com.atproto.sync.subscribeRepos
import fs from 'node:fs'
import http from 'node:http'
import zlib from 'node:zlib'
import { follow, operations, toJson, wants } from './firehose.mjs'
import { acceptSockets, faultySender, run } from './simulator.mjs'

const EVENTS = 'network.bsky.jetstream.subscribeEvents'
const FIRST_TIME = 1e15 // a cursor this large is a time
const dictionary = fs.readFileSync(new URL('jetstream.zdict', import.meta.url))
const dictionaryId = String(dictionary.readUInt32LE(4))
const events = []
const clients = new Set()

const time = (micros) => new Date(Math.floor(micros / 1000)).toISOString().slice(0, 20) + String(micros % 1_000_000).padStart(6, '0') + 'Z'

function keep(did, kind, v1, v2) {
  const micros = Math.max(Date.now() * 1000, (events.at(-1)?.micros ?? 0) + 1)
  const seq = events.length + 1
  events.push({ micros, kind, collection: v2.collection,
    v1: v1 && JSON.stringify({ did, time_us: micros, kind, [kind]: v1 }),
    v2: JSON.stringify({ $type: 'message', payload: { $type: `${EVENTS}#${kind}`, seq, did, time: time(micros), ...v2 } }) })
  for (const client of clients) client.pump()
}

async function take(type, body) {
  switch (type) {
    case '#commit':
      for (const operation of await operations(body)) keep(body.repo, 'commit', operation, operation)
      break
    case '#identity': case '#account': {
      const kind = type.slice(1)
      const said = toJson(body)
      keep(body.did, kind, said, { [kind]: said })
      break
    }
    case '#sync':
      keep(body.did, 'sync', undefined, { sync: toJson(body) })
  }
}

/** Where in `events` a client begins. */
function start(cursor) {
  if (cursor === null) return events.length
  const at = Number(cursor)
  if (at < FIRST_TIME) return Math.min(Math.max(at, 1) - 1, events.length)
  const first = events.findIndex((event) => event.micros >= at)
  return first < 0 ? events.length : first
}

function refusal(url) {
  if (url.pathname !== '/subscribe' && url.pathname !== `/xrpc/${EVENTS}`) return [404, '{}']
  const asked = url.searchParams.get('zstdDictionary')
  return asked && asked !== dictionaryId
    ? [400, JSON.stringify({ error: 'UnknownZstdDictionary', message: `the dictionary is ${dictionaryId}` })] : undefined
}

function accept(socket, url) {
  const isV1 = url.pathname === '/subscribe'
  const wanted = wants(url.searchParams.getAll(isV1 ? 'wantedCollections' : 'collections'))
  const isPacked = url.searchParams.has('zstdDictionary')
  const send = faultySender(socket)
  let at = start(url.searchParams.get('cursor'))
  let busy = false
  const client = { async pump() {
    if (busy) return
    busy = true
    for (let open = true; open && at < events.length;) {
      const event = events[at++]
      const message = isV1 ? event.v1 : event.v2
      if (!message || (event.kind === 'commit' && !wanted(event.collection))) continue
      open = await send(isPacked ? zlib.zstdCompressSync(message, { dictionary }) : message)
    }
    busy = false
  } }
  clients.add(client)
  socket.on('close', () => clients.delete(client))
  client.pump()
}

const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://simulator')
  if (url.pathname !== '/xrpc/network.bsky.jetstream.getZstdDictionary' || (url.searchParams.get('id') ?? dictionaryId) !== dictionaryId) {
    return response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"DictionaryNotFound"}')
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'x-zstd-dictionary-id': dictionaryId }).end(dictionary)
})
acceptSockets(server, refusal, accept)
await follow(process.env.UPSTREAM, take)
await run(server)
