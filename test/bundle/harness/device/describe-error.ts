/** An error of either realm, with the few frames that say where in the build it arose. */
export function describeError(error: unknown): string {
  const { stack, message } = (error ?? {}) as { stack?: string; message?: string }
  if (!stack) return message ?? JSON.stringify(error)
  const frames = stack.split('\n').filter(line => line.includes('weapp:///'))
  return [message, ...frames.slice(0, 4)].join('\n')
}
