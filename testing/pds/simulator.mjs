// What the simulators have in common: one JSON line when ready, the end with standard input, and faults.
// DROP_EVERY=n cuts a client off after every n-th message, DUP_EVERY=n sends every n-th twice; 0 for never.
import { WebSocketServer } from 'ws'

const every = (name) => Number(process.env[name] ?? 0)
const DROP = every('DROP_EVERY')
const DUP = every('DUP_EVERY')

/** A sender to one client that does what the environment says is to go wrong; resolves to whether the client is still there. */
export function faultySender(socket) {
  let sent = 0
  const send = (message) => new Promise((done) => socket.send(message, done))
  return async (message) => {
    sent++
    await send(message)
    if (DUP && sent % DUP === 0) await send(message)
    if (DROP && sent % DROP === 0) socket.terminate()
    return socket.readyState === socket.OPEN
  }
}

/** Accepts the WebSockets for which `refusal(url)` is empty; `refusal` gives `[status, body]` otherwise. */
export function acceptSockets(server, refusal, accept) {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: (offered) => [...offered][0] ?? false })
  server.on('upgrade', (request, connection, head) => {
    const url = new URL(request.url, 'http://simulator')
    const refused = refusal(url)
    if (refused) {
      const [status, body] = refused
      const length = Buffer.byteLength(body)
      return connection.end(`HTTP/1.1 ${status} Refused\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${body}`)
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      socket.on('error', () => socket.terminate())
      accept(socket, url)
    })
  })
}

/** Listens on loopback, says where, and stops when standard input closes. */
export async function run(server) {
  await new Promise((ready) => server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', ready))
  process.stdout.write(JSON.stringify({ url: `ws://127.0.0.1:${server.address().port}` }) + '\n')
  process.stdin.resume().on('end', () => process.exit(0)).on('close', () => process.exit(0))
}
