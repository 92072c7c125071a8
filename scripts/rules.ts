// npm run rules: writes docs/rules.md from the tables.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { rulesDocument } from '../domain/rules/document'

writeFileSync(path.resolve(__dirname, '../docs/rules.md'), rulesDocument())
