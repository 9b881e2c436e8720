#!/usr/bin/env node
// A relay of one PDS: passes the frames of subscribeRepos on as they come, with the faults of simulator.mjs.
// UPSTREAM=ws://…/xrpc/com.atproto.sync.subscribeRepos
import http from 'node:http'
import WebSocket from 'ws'
import { acceptSockets, faultySender, run } from './simulator.mjs'

const server = http.createServer((request, response) => response.writeHead(404).end())

acceptSockets(server, () => undefined, (socket, url) => {
  const upstream = new WebSocket(process.env.UPSTREAM + url.search, { perMessageDeflate: false, maxPayload: 10 << 20 })
  const send = faultySender(socket)
  let last = Promise.resolve()
  upstream.on('message', (frame) => { last = last.then(() => socket.readyState === socket.OPEN && send(frame)) })
  upstream.on('error', () => socket.terminate())
  upstream.on('close', () => socket.terminate())
  socket.on('close', () => upstream.terminate())
})

await run(server)
