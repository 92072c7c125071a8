/** A function as it is deployed. */
export type Deployed = {
  entry: string
  /** MB. */
  memory: number
  /** Seconds. */
  timeout: number
  /** WeChat's own APIs it calls; its config.json must name them. */
  openapi?: string[]
  triggers?: { name: string; type: 'timer'; config: string }[]
  /** Functions are cut by caller and load, not by noun: each pays its own cold start. */
  why: string
}

/** The table of what is deployed. `citizen` and `papers` come with their first procedures. */
export const functions: Record<string, Deployed> = {
  work: {
    entry: './work.ts',
    memory: 256,
    timeout: 20,
    why: 'officers, enterprises and the city; warm all day',
  },
  clock: {
    entry: './clock.ts',
    memory: 256,
    timeout: 60,
    openapi: ['subscribeMessage.send'],
    triggers: [{ name: 'every-five-minutes', type: 'timer', config: '0 */5 * * * * *' }],
    why: 'the one timer; known by its trigger context',
  },
}
