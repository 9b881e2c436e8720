// Plain HTTP, a picture and a TID: no SDK, so that the traffic is what any client would send.
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'

// The smallest well-formed baseline JPEG: one grey pixel.
const JPEG_1X1 = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64')
const COMMENT_BYTES = 65000

/** A valid JPEG of about `bytes` bytes, unlike any other: comments of random bytes follow its start. */
export function jpeg(bytes) {
  const parts = [JPEG_1X1.subarray(0, 2)]
  for (let left = bytes - JPEG_1X1.length; left > 0; left -= COMMENT_BYTES) {
    const size = Math.min(COMMENT_BYTES, left)
    const head = Buffer.from([0xff, 0xfe, 0, 0])
    head.writeUInt16BE(size + 2, 2)
    parts.push(head, randomBytes(size))
  }
  parts.push(JPEG_1X1.subarray(2))
  return Buffer.concat(parts)
}

/** A client of one XRPC server, perhaps with an access token. */
export class Xrpc {
  constructor(base, token) { this.base = base; this.token = token }

  async get(nsid) {
    return this.#answer(await fetch(`${this.base}/xrpc/${nsid}`, { headers: this.#headers() }))
  }

  async post(nsid, body, contentType = 'application/json') {
    const bytes = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body)
    const headers = body === undefined ? this.#headers() : { ...this.#headers(), 'content-type': contentType }
    return this.#answer(await fetch(`${this.base}/xrpc/${nsid}`, { method: 'POST', headers, body: bytes }))
  }

  #headers() { return this.token ? { authorization: `Bearer ${this.token}` } : {} }

  async #answer(response) {
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${text.slice(0, 300)}`)
    return text ? JSON.parse(text) : {}
  }
}

const BASE32 = '234567abcdefghijklmnopqrstuvwxyz'
let lastMicros = 0n

/** A TID later than all before it. */
export function tid() {
  const now = BigInt(Date.now()) * 1000n
  lastMicros = now > lastMicros ? now : lastMicros + 1n
  let value = lastMicros << 10n
  let text = ''
  for (let i = 0; i < 13; i++) { text = BASE32[Number(value & 31n)] + text; value >>= 5n }
  return text
}
