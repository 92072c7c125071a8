import { dayOf } from '../calendar'
import { city } from '../organisation'
import type { Post } from '../posts'
import {
  type Act,
  clocksIn,
  clocksOf,
  giverOf,
  type HandOver,
  issued,
  knows,
  lastDay,
  mayTake,
  type Party,
  partyKind,
  partyWords,
  stageOf,
  type Task,
  type TaskState,
  type TaskStep,
  taken,
  taskStates,
  taskSteps,
  whyNotResult,
} from '.'
import { cityTask, draft, home, keeperOf, other, people, postOf } from './task.sample'

const AT = Date.parse('2026-12-01T02:00:00Z')
const teamDesk = { unit: home, team: `${home}.jiading`, teamName: '嘉定所' }

/** Whom a step can name next, with the post that answers there. */
const addressees: { next: Party; inCharge: Post }[] = [
  { next: { unit: home }, inCharge: people.head },
  { next: { unit: other }, inCharge: people.theirHead },
  { next: teamDesk, inCharge: people.leader },
  ...(['chief', 'deputy', 'leader', 'officer', 'second', 'theirHead', 'theirOfficer'] as const).map(name => ({
    next: keeperOf(people[name]),
    inCharge: people[name],
  })),
]

/** Every act of a step there could be. */
function actsOf(step: Exclude<TaskStep, 'issue'>): Act[] {
  const { next } = taskSteps[step]
  const plain = { step, reason: '不属于本单位职责', thinks: other, until: '2026-12-10' }
  return (
    next ? addressees.map(to => ({ ...plain, next: to.next, inCharge: keeperOf(to.inCharge) })) : [plain]
  ) as Act[]
}

/** Everything that can be done to a task by anybody, by the rules alone. */
function following(task: Task): { task: Task; by: Post; step: TaskStep }[] {
  const steps = (Object.keys(taskSteps) as TaskStep[]).filter(step => step !== 'issue')
  return Object.values(people).flatMap(by =>
    steps
      .filter(step => mayTake(task, step, by))
      .flatMap(step =>
        actsOf(step as Exclude<TaskStep, 'issue'>).flatMap(act => {
          const after = taken(task, act, keeperOf(by), AT)
          return after ? [{ task: after, by, step }] : []
        }),
      ),
  )
}

/** What decides what can be done next; two tasks alike in it go the same ways. */
const shape = ({ state, holder, inCharge, units, dispute, log, issuer }: Task) =>
  JSON.stringify([state, holder, inCharge.post, units, dispute?.decided?.lead, issuer.post, pathOf(log)])
const pathOf = (log: readonly HandOver[]) => {
  const giver = giverOf(log)
  return giver && [giver.step, giver.by.post, giver.to]
}

const beginnings: Task[] = [
  cityTask(),
  cityTask({ secret: true }),
  issued(draft({ issuer: keeperOf(people.head) }), teamDesk, keeperOf(people.leader)),
  issued(draft({ issuer: keeperOf(people.leader) }), keeperOf(people.officer), keeperOf(people.officer)),
  issued(draft(), { unit: home }, keeperOf(people.head), [other]),
]

/** Every task that can come of the beginnings, and the ways that lead there. */
function walk(): {
  all: Task[]
  ways: Map<TaskStep, { from: Set<TaskState>; to: Set<TaskState> }>
  next: Map<string, Task[]>
} {
  const seen = new Map(beginnings.map(task => [shape(task) + task.secret, task]))
  const ways = new Map<TaskStep, { from: Set<TaskState>; to: Set<TaskState> }>()
  const next = new Map<string, Task[]>()
  const waiting = [...beginnings]
  for (let task = waiting.shift(); task; task = waiting.shift()) {
    const followers = following(task)
    next.set(
      shape(task) + task.secret,
      followers.map(one => one.task),
    )
    for (const { task: after, step } of followers) {
      const way = ways.get(step) ?? { from: new Set(), to: new Set() }
      ways.set(step, way)
      way.from.add(task.state)
      way.to.add(after.state)
      const key = shape(after) + after.secret
      if (seen.has(key)) continue
      seen.set(key, after)
      waiting.push(after)
    }
  }
  return { all: [...seen.values()], ways, next }
}

describe('all paths of the table', () => {
  const { all, ways, next } = walk()

  test('are walked: each step from each state it names, to each state it names, and to no other', () => {
    expect(all.length).toBeGreaterThan(50)
    for (const [step, { from, to }] of Object.entries(taskSteps)) {
      if (step === 'issue') continue
      const way = ways.get(step as TaskStep)
      expect({ step, from: [...(way?.from ?? [])].sort() }).toEqual({ step, from: [...from].sort() })
      expect({ step, to: [...(way?.to ?? [])].sort() }).toEqual({ step, to: [...to].sort() })
    }
    expect(new Set(all.map(task => task.state))).toEqual(new Set(Object.keys(taskStates)))
    expect(new Set(beginnings.map(task => task.state))).toEqual(new Set(taskSteps.issue.to))
  })

  test('lead to no task without a holder, a post that answers for it and a clock, unless it is over', () => {
    for (const task of all) {
      const over = stageOf[task.state] === 'ended'
      expect(task.holder.unit).toMatch(/^\d{6}$/)
      expect(task.inCharge.post).toBeTruthy()
      expect(task.stage).toBe(stageOf[task.state])
      expect(clocksOf(task).length > 0).toBe(!over)
      expect(task.endedAt !== undefined).toBe(over)
    }
  })

  test('always lead on: whatever is open has somebody who can take a step, and an end within reach', () => {
    const ends = new Set(
      all.filter(task => stageOf[task.state] === 'ended').map(task => shape(task) + task.secret),
    )
    for (let grown = true; grown; ) {
      grown = false
      for (const [key, followers] of next)
        if (!ends.has(key) && followers.some(task => ends.has(shape(task) + task.secret))) {
          ends.add(key)
          grown = true
        }
    }
    expect(all.filter(task => !ends.has(shape(task) + task.secret))).toEqual([])
    // Withdrawing is no way out of doing the work: without it the end can be reached as well.
    for (const task of all)
      if (stageOf[task.state] !== 'ended')
        expect(following(task).some(({ step }) => step !== 'cancel' && step !== 'assist')).toBe(true)
  })

  test('keep a log in which each line begins where the one before ended, and the task lies where the last one ends', () => {
    for (const task of all) {
      task.log.forEach((line, i) => {
        if (i) expect(line.from).toEqual(task.log[i - 1]?.to)
        expect(line.by.post).toBeTruthy()
        expect(line.by.name).toBeTruthy()
      })
      expect(task.log.at(-1)?.to).toEqual(task.holder)
    }
  })

  test('hand over to somebody named, and give back or away only with a reason', () => {
    for (const task of all)
      for (const { step, from, to, reason } of task.log) {
        if (taskSteps[step].next)
          expect(partyKind(to) === 'unit' ? /^\d{6}$/.test(to.unit) : Boolean(to.post ?? to.team)).toBe(true)
        if (taskSteps[step].reason) expect(reason).toBeTruthy()
        if (!taskSteps[step].next && step !== 'return') expect(to).toEqual(from)
      }
  })

  test('never leave the unit that leads without the city having said so', () => {
    for (const task of all)
      task.log.forEach(({ step, from, to }) => {
        if (from.unit !== to.unit && from.unit !== city.id && to.unit !== city.id)
          throw new Error(`${step} took it from ${from.unit} to ${to.unit}`)
      })
  })
})

test('a task goes back to whoever gave it, by name, one hand at a time', () => {
  const step = (task: Task, act: Act, by: Post) => taken(task, act, keeperOf(by), AT) as Task
  let task = cityTask()
  task = step(task, { step: 'sign' }, people.deputy)
  expect(task.inCharge.post).toBe('deputy')
  task = step(task, { step: 'assign', next: teamDesk, inCharge: keeperOf(people.leader) }, people.deputy)
  const officer = keeperOf(people.officer)
  task = step(task, { step: 'assign', next: officer, inCharge: officer }, people.leader)
  task = step(task, { step: 'return', reason: '不在本所辖区' }, people.officer)
  expect(task).toMatchObject({ state: 'signed', holder: { post: 'leader', name: 'leader' } })
  task = step(task, { step: 'return', reason: '不在本所辖区' }, people.leader)
  expect(task).toMatchObject({ state: 'signed', holder: { post: 'deputy' } })
  task = step(task, { step: 'return', reason: '不在本县' }, people.deputy)
  expect(task).toMatchObject({ state: 'returned', holder: { post: 'chief' }, inCharge: { post: 'chief' } })
  expect(giverOf(task.log)).toBeUndefined()
})

test('who passes over somebody stands above the one he names', () => {
  const step = (task: Task, act: Act, by: Post) => taken(task, act, keeperOf(by), AT) as Task
  const give = (post: Post): Act => ({ step: 'assign', next: keeperOf(post), inCharge: keeperOf(post) })
  let task = step(
    cityTask(),
    { step: 'assign', next: teamDesk, inCharge: keeperOf(people.leader) },
    people.head,
  )
  task = step(task, give(people.officer), people.leader)
  task = step(task, give(people.second), people.head)
  task = step(task, { step: 'return', reason: '正在休假' }, people.second)
  expect(task.holder.post).toBe('head')
  task = step(task, { step: 'return', reason: '不属于本局职责' }, people.head)
  expect(task).toMatchObject({ state: 'returned', holder: { post: 'chief' } })
})

describe('who may', () => {
  const signed = taken(cityTask(), { step: 'sign' }, keeperOf(people.head), AT) as Task
  test.each([
    ['sign', cityTask(), ['head', 'deputy', 'leader']],
    ['assign', signed, ['head', 'deputy', 'leader']],
    ['dispute', signed, ['head', 'deputy', 'leader']],
    ['return', cityTask(), ['head', 'deputy', 'leader']],
    ['start', signed, []],
    ['cancel', signed, ['chief']],
    ['assist', signed, []],
  ] as const)('%s', (step, task, names) => {
    const may = Object.entries(people).filter(([, post]) => mayTake(task, step, post))
    expect(may.map(([name]) => name)).toEqual([...names])
  })

  test('a leader answers for his own team and not for another’s', () => {
    const elsewhere = postOf('elsewhere', 'leader', home, `${home}.daqiao`)
    const given = taken(
      signed,
      { step: 'assign', next: teamDesk, inCharge: keeperOf(people.leader) },
      keeperOf(people.head),
      AT,
    ) as Task
    expect([mayTake(given, 'assign', people.leader), mayTake(given, 'assign', elsewhere)]).toEqual([
      true,
      false,
    ])
  })

  test('a task is not lost when its team becomes part of another: the leader who answered for it still does', () => {
    const leader = keeperOf(people.leader)
    const given = taken(
      signed,
      { step: 'assign', next: teamDesk, inCharge: leader },
      keeperOf(people.head),
      AT,
    ) as Task
    const moved = { ...people.leader, team: `${home}.daqiao` }
    expect(mayTake(given, 'assign', moved)).toBe(true)
  })

  test('a co-acting unit reports and moves nothing', () => {
    const shared = issued(draft(), { unit: home }, keeperOf(people.head), [other])
    const steps = (Object.keys(taskSteps) as TaskStep[]).filter(step =>
      mayTake(shared, step, people.theirOfficer),
    )
    expect(steps).toEqual(['assist'])
  })

  test('what the city has decided is not disputed again by that unit', () => {
    const decided = { at: AT, by: keeperOf(people.chief), lead: home, units: [home], words: '由你局办理' }
    const dispute = {
      at: AT,
      by: keeperOf(people.head),
      reason: '不属于',
      thinks: other,
      until: '2026-12-10',
      decided,
    }
    expect(mayTake({ ...signed, dispute }, 'dispute', people.head)).toBe(false)
    expect(
      mayTake(
        { ...signed, dispute: { ...dispute, decided: { ...decided, lead: other } } },
        'dispute',
        people.head,
      ),
    ).toBe(true)
  })
})

describe('a surprise (突击)', () => {
  const secret = cityTask({ secret: true })
  const names = (task: Task) =>
    Object.entries(people)
      .filter(([, post]) => knows(task, [post]))
      .map(([name]) => name)

  test('is known to its issuer and the desk it lies on', () => {
    expect(names(secret)).toEqual(['chief', 'head', 'deputy', 'leader'])
  })

  test('given to one officer it is not known to his colleagues, until it is done', () => {
    const officer = keeperOf(people.officer)
    const given = taken(
      secret,
      { step: 'assign', next: officer, inCharge: officer },
      keeperOf(people.head),
      AT,
    ) as Task
    expect(names(given)).toEqual(['chief', 'head', 'officer'])
    const done = taken(given, { step: 'complete' }, officer, AT) as Task
    expect(names(done)).toEqual(Object.keys(people))
    const withdrawn = taken(given, { step: 'cancel', reason: '走漏消息' }, keeperOf(people.chief), AT) as Task
    expect(names(withdrawn)).toEqual(['chief', 'head', 'officer'])
  })
})

describe('what came of a visit', () => {
  const task = cityTask({ enterprise: 'a'.repeat(32) })
  const check = { enterprise: 'a'.repeat(32), finishedAt: task.issuedAt }

  test('is a check of that enterprise, made after it was given', () => {
    expect(whyNotResult(task, check)).toBeUndefined()
    expect(whyNotResult(task, { ...check, enterprise: 'b'.repeat(32) })).toMatch(/不是这家企业的/)
    expect(whyNotResult(task, { ...check, finishedAt: task.issuedAt - 1 })).toMatch(/下发任务以前的/)
  })

  test('of a task that names no enterprise any check will do that was made after it', () => {
    expect(whyNotResult(cityTask(), check)).toBeUndefined()
    expect(whyNotResult(cityTask(), { ...check, finishedAt: 0 })).toMatch(/下发任务以前的/)
  })
})

describe('clocks', () => {
  test('every state that is not over has one; signing two working days, deciding seven (S-5.3.1, own rule)', () => {
    for (const [state, clocks] of Object.entries(clocksIn))
      expect(clocks.length > 0).toBe(stageOf[state as TaskState] !== 'ended')
    // 2026-12-24 is a Thursday; 元旦 lies on the way.
    expect(lastDay('sign', cityTask(), '2026-12-24').day).toBe('2026-12-28')
    expect(lastDay('dispute', cityTask(), '2026-11-02').day).toBe('2026-11-11')
    expect(lastDay('due', cityTask(), '2026-11-02').day).toBe('2026-12-31')
  })

  test('one that begins anew for another unit is another clock', () => {
    const chief = keeperOf(people.chief)
    const first = cityTask()
    const disputed = taken(
      first,
      {
        step: 'dispute',
        next: chief,
        inCharge: chief,
        reason: '不在本县',
        thinks: other,
        until: '2026-12-10',
      },
      keeperOf(people.head),
      AT,
    ) as Task
    const moved = taken(
      disputed,
      { step: 'redirect', next: { unit: other }, inCharge: keeperOf(people.theirHead), reason: '在你县' },
      chief,
      AT,
    ) as Task
    expect(clocksOf(first).map(({ key }) => key)).toEqual(['sign', 'due'])
    expect(clocksOf(disputed).map(({ key }) => key)).toEqual(['dispute', 'due'])
    expect(clocksOf(moved).map(({ key }) => key)).toEqual(['sign2', 'due2'])
    expect(moved).toMatchObject({ unit: other, units: [other], issuer: { post: 'chief' } })
  })
})

test('a party is told in words, the reader’s own unit left out', () => {
  expect(partyWords({ unit: home })).toBe('信丰县')
  expect(partyWords(teamDesk)).toBe('信丰县 · 嘉定所')
  expect(partyWords({ ...teamDesk, post: 'x', name: '张三' }, home)).toBe('嘉定所 · 张三')
  expect(partyWords({ unit: home }, home)).toBe('信丰县')
  expect(dayOf(AT)).toBe('2026-12-01')
})
