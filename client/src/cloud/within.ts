import { deviceProblem } from './problem'

const onTheClock = (ms: number, work: () => void) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** `work`, or a `network.slow` problem after `timeout` milliseconds of the given clock. */
export function within<T>(timeout: number, work: Promise<T>, later = onTheClock): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = later(timeout, () => reject(deviceProblem('network.slow')))
    work.then(resolve, reject).then(callOff)
  })
}
