import y2021 from 'chinese-days/dist/years/2021.json'
import y2022 from 'chinese-days/dist/years/2022.json'
import y2023 from 'chinese-days/dist/years/2023.json'
import y2024 from 'chinese-days/dist/years/2024.json'
import y2025 from 'chinese-days/dist/years/2025.json'
import y2026 from 'chinese-days/dist/years/2026.json'

// The years the library really covers and we carry; another is one line, when the State Council has announced it.
const years = { 2021: y2021, 2022: y2022, 2023: y2023, 2024: y2024, 2025: y2025, 2026: y2026 }

type Named = Record<string, string>

/** Runs of days of one festival, `春节0215-0223`; the library writes "Spring Festival,春节,4" beside each day. */
function runsOf(days: Named): string {
  const runs: { name: string; from: string; to: string }[] = []
  for (const day of Object.keys(days).sort()) {
    const name = (days[day] as string).split(',')[1] as string
    const last = runs[runs.length - 1]
    const follows = last && Date.parse(day) - Date.parse(last.to) === 86_400_000
    if (follows && last.name === name) last.to = day
    else runs.push({ name, from: day, to: day })
  }
  const short = (day: string) => day.slice(5).replace('-', '')
  return runs.map(({ name, from, to }) => name + short(from) + (to > from ? `-${short(to)}` : '')).join(' ')
}

/** data/days-off.json, made of the calendar library's year files: `npm run days-off`. The product carries only this. */
export const daysOffFromLibrary = (): Record<string, { off: string; work: string }> =>
  Object.fromEntries(
    Object.entries(years)
      // A year without days off is not announced yet.
      .filter(([, { holidays }]) => Object.keys(holidays).length > 0)
      .map(([year, { holidays, workdays }]) => [year, { off: runsOf(holidays), work: runsOf(workdays) }]),
  )
