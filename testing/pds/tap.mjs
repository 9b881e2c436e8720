#!/usr/bin/env node
// Tap on top of a real PDS: /channel with acknowledgements, for every repository that has something of SIGNAL. History first, then
// live; a live record goes alone, what is listed and identity events do not wait for each other; what is not acknowledged comes
// again after RETRY_MS. With the faults of simulator.mjs.
// UPSTREAM=ws://…/xrpc/com.atproto.sync.subscribeRepos PDS=http://… SIGNAL=nsid FILTERS=a.b.c,d.e.* RETRY_MS=60000
import http from 'node:http'
import { follow, operations, wants } from './firehose.mjs'
import { Xrpc } from './lib.mjs'
import { acceptSockets, faultySender, run } from './simulator.mjs'

const { UPSTREAM, PDS, SIGNAL, FILTERS = '', RETRY_MS = '60000' } = process.env
const wanted = wants(FILTERS.split(',').filter(Boolean))
const STATES = ['active', 'deactivated', 'takendown', 'suspended', 'deleted']
const pds = new Xrpc(PDS)
const repos = new Map()
const senders = new Map()
let lastId = 0
let turn = 0

function track(did) {
  const repo = { did, handle: '', status: 'active', rev: '', isLoading: true, held: [], queue: [], inFlight: new Map() }
  repos.set(did, repo)
  load(repo).catch((e) => { console.error(`${did} cannot be loaded`, e); process.exit(1) })
  return repo
}

async function load(repo) {
  const { handle, collections } = await pds.get(`com.atproto.repo.describeRepo?repo=${encodeURIComponent(repo.did)}`)
  const { rev } = await pds.get(`com.atproto.sync.getLatestCommit?did=${encodeURIComponent(repo.did)}`)
  repo.handle = handle
  identity(repo)
  for (const collection of collections.filter(wanted)) await list(repo, rev, collection)
  repo.rev = rev
  repo.isLoading = false
  for (const commit of repo.held.splice(0)) await live(repo, commit)
}

async function list(repo, rev, collection) {
  let page
  do {
    const after = page ? `&cursor=${page.cursor}` : ''
    page = await pds.get(`com.atproto.repo.listRecords?repo=${encodeURIComponent(repo.did)}&collection=${collection}&limit=100${after}`)
    for (const { uri, cid, value } of page.records) {
      emit(repo, false, 'record', { live: false, rev, collection, rkey: uri.split('/').pop(), action: 'create', record: value, cid })
    }
  } while (page.records.length)
}

async function live(repo, commit) {
  if (commit.rev <= repo.rev) return
  repo.rev = commit.rev
  for (const { operation, ...rest } of await operations(commit)) {
    if (wanted(rest.collection)) emit(repo, true, 'record', { live: true, action: operation, ...rest })
  }
}

const identity = (repo) =>
  emit(repo, false, 'identity', { handle: repo.handle, is_active: repo.status === 'active', status: repo.status })

function emit(repo, isLive, type, body) {
  const id = ++lastId
  repo.queue.push({ id, isLive, json: JSON.stringify({ id, type, [type]: { did: repo.did, ...body } }) })
  pump(repo)
}

function pump(repo) {
  while (repo.queue.length && senders.size) {
    const [next] = repo.queue
    const waits = next.isLive ? repo.inFlight.size : [...repo.inFlight.values()].some(({ event }) => event.isLive)
    if (waits) return
    repo.inFlight.set(repo.queue.shift().id, { event: next })
    deliver(repo, next)
  }
}

function deliver(repo, event) {
  const [socket, send] = [...senders][turn++ % senders.size] ?? []
  if (!socket) return
  repo.inFlight.set(event.id, { event, at: Date.now() })
  send(event.json)
}

function acknowledged(id) {
  for (const repo of repos.values()) if (repo.inFlight.delete(id)) pump(repo)
}

const resend = () => {
  for (const repo of repos.values()) {
    for (const { event, at } of [...repo.inFlight.values()]) if (Date.now() - at > Number(RETRY_MS)) deliver(repo, event)
    pump(repo)
  }
}

async function take(type, body) {
  const repo = repos.get(body.repo ?? body.did)
  switch (type) {
    case '#commit':
      if (!repo && body.ops.some(({ path }) => path.startsWith(SIGNAL + '/'))) track(body.repo)
      else if (repo?.isLoading) repo.held.push(body)
      else if (repo) await live(repo, body)
      break
    case '#identity':
      if (!repo) break
      repo.handle = body.handle ?? repo.handle
      identity(repo)
      break
    case '#account': {
      const status = body.active ? 'active' : body.status
      if (!repo || !STATES.includes(status) || status === repo.status) break
      repo.status = status
      identity(repo)
    }
  }
}

const server = http.createServer((request, response) => response.writeHead(404).end())
acceptSockets(server, (url) => url.pathname === '/channel' ? undefined : [404, '{}'], (socket) => {
  senders.set(socket, faultySender(socket))
  socket.on('message', (message) => acknowledged(JSON.parse(message).id))
  socket.on('close', () => senders.delete(socket))
  for (const repo of repos.values()) pump(repo)
})
setInterval(resend, Math.max(50, Math.min(1000, Number(RETRY_MS) / 2)))
await follow(UPSTREAM, take)
await run(server)
