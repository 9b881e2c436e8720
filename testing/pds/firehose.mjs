// Reads subscribeRepos of a PDS: frames of two DAG-CBOR items, and the events they hold as JSON.
import WebSocket from 'ws'
import { CarReader } from '@ipld/car'
import { decode, decodeOptions } from '@ipld/dag-cbor'
import { decodeFirst } from 'cborg'
import { CID } from 'multiformats/cid'

const fail = (why) => { console.error(`the firehose of the PDS ended: ${why}`); process.exit(1) }

/** Hands each frame since the beginning to `take`, one after the other; resolves when the stream is open. */
export function follow(url, take) {
  const socket = new WebSocket(`${url}?cursor=0`, { perMessageDeflate: false, maxPayload: 10 << 20 })
  let last = Promise.resolve()
  socket.on('message', (data) => {
    const [header, rest] = decodeFirst(new Uint8Array(data), decodeOptions)
    const body = decode(rest)
    last = last.then(() => take(header.t, body)).catch(fail)
  })
  socket.on('error', fail)
  socket.on('close', (code) => fail(code))
  return new Promise((open) => socket.on('open', open))
}

/** A DAG-CBOR value as JSON of the data model. */
export function toJson(value) {
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? Number(value) : value
  const cid = CID.asCID(value)
  if (cid) return { $link: cid.toString() }
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64').replace(/=+$/, '') }
  if (Array.isArray(value)) return value.map(toJson)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toJson(each)]))
}

/** The operations of a commit, with their records. */
export async function operations(commit) {
  if (!commit.blocks?.length) return []
  const car = await CarReader.fromBytes(commit.blocks)
  return Promise.all(commit.ops.map(async ({ action, path, cid }) => {
    const [collection, rkey] = path.split('/')
    const operation = { rev: commit.rev, operation: action, collection, rkey }
    if (action === 'delete') return operation
    const block = await car.get(cid)
    return { ...operation, record: toJson(decode(block.bytes)), cid: cid.toString() }
  }))
}

/** Whether a collection is among NSIDs and prefixes ending in `.*`; none is all. */
export const wants = (patterns) => (collection) => !patterns.length
  || patterns.some((each) => each.endsWith('.*') ? collection.startsWith(each.slice(0, -1)) : each === collection)
