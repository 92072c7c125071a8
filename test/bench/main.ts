import { board } from './board'
import { cold } from './cold'
import { load } from './load'
import { phone } from './phone'
import { procedures } from './procedures'
import { rules } from './rules'
import { say } from './say'
import { sizes } from './sizes'

// tsx test/bench/main.ts [--json] [part …]: measures what is built. Parts: sizes, phone, cold, procedures, board, load, rules.
const parts = { sizes, phone, cold, procedures, board, load, rules }

async function main(): Promise<void> {
  const [json, named] = [
    process.argv.includes('--json'),
    process.argv.slice(2).filter(word => word !== '--json'),
  ]
  for (const [name, measure] of Object.entries(parts)) {
    if (named.length === 0 || named.includes(name)) await measure(say(json))
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error)
    process.exit(1)
  },
)
