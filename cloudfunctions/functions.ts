/** A function as it is deployed. */
export type Deployed = {
  entry: string
  /** MB. */
  memory: number
  /** Seconds. */
  timeout: number
  /** Files of packages that it reads from its own folder at run time. */
  files?: string[]
  /** WeChat's own APIs it calls; its config.json must name them. */
  openapi?: string[]
  triggers?: { name: string; type: 'timer'; config: string }[]
  /** Functions are cut by caller and load, not by noun: each pays its own cold start. */
  why: string
}

const typeface = '@expo-google-fonts/noto-serif-sc'

/** The table of what is deployed. `citizen` comes with its first procedure. */
export const functions: Record<string, Deployed> = {
  work: {
    entry: './work.ts',
    memory: 256,
    timeout: 20,
    why: 'officers, enterprises and the city; warm all day',
  },
  papers: {
    entry: './papers.ts',
    memory: 512,
    timeout: 60,
    files: [
      `${typeface}/400Regular/NotoSerifSC_400Regular.ttf`,
      `${typeface}/600SemiBold/NotoSerifSC_600SemiBold.ttf`,
      `${typeface}/LICENSE_FONT`,
    ],
    why: 'makes files of papers: a Chinese typeface in memory, and a bundle nobody else should start',
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
