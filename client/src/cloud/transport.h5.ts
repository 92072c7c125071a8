import { device } from './device'
import type { Transport } from './device.types'
import { functionOf } from './function-of'
import { deviceProblem } from './problem'
import { within } from './within'

/** The laptop cloud's two doors (docs/deploy.md): nothing but a local server answers them. */
async function post(url: string, person: string, body: BodyInit, type: string, timeout: number) {
  const response = await within(
    timeout,
    fetch(url, { method: 'POST', headers: { 'x-openid': person, 'content-type': type }, body }).catch(() => {
      throw deviceProblem('network.offline')
    }),
  )
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`)
  return answer
}

export const transport: Transport = {
  call: (event, person, timeout) =>
    post(`/call/${functionOf(event.path)}`, person, JSON.stringify(event), 'application/json', timeout),
  async upload(key, place, person, timeout) {
    const bytes = await device.files.read(key)
    const url = `/upload?path=${encodeURIComponent(place)}`
    return (await post(url, person, bytes as BodyInit, 'application/octet-stream', timeout)).fileID
  },
}
