// npm run days-off: writes the table of days off and make-up days from the calendar library.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { daysOffFromLibrary } from './lib/days-off'

const file = path.resolve(__dirname, '../domain/data/days-off.json')
writeFileSync(file, `${JSON.stringify(daysOffFromLibrary(), null, 2)}\n`)
