import { createServer } from 'node:net'
import { Sentence } from './say.mjs'

/** Whether the port of this machine is free; a number that is no port is refused with a sentence. */
export async function mustBeFree(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Sentence(`--port needs a number from 1 to 65535.`)
  }
  const error = await new Promise(resolve => {
    const server = createServer()
    server.once('error', resolve)
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)))
  })
  if (error?.code === 'EADDRINUSE') {
    throw new Sentence(
      `Port ${port} is taken, perhaps by an earlier npm start. Stop that, or choose another port: npm start -- --port ${port === 65_535 ? 8086 : port + 1}`,
    )
  }
  if (error) throw new Sentence(`Port ${port} cannot be used: ${error.message}`)
}
