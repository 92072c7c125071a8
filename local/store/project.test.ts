import { projector } from './project'

const doc = {
  _id: 'x',
  a: { b: 1, c: 2 },
  list: [
    { k: 1, v: 2 },
    { k: 3, v: 4 },
  ],
  n: 5,
}

test.each([
  [{ n: 1 }, { _id: 'x', n: 5 }],
  [{ n: 1, _id: 0 }, { n: 5 }],
  [{ _id: 1 }, { _id: 'x' }],
  [{ 'a.b': 1 }, { _id: 'x', a: { b: 1 } }],
  [{ 'list.k': 1 }, { _id: 'x', list: [{ k: 1 }, { k: 3 }] }],
  [
    { 'list.v': 0, a: 0 },
    { _id: 'x', list: [{ k: 1 }, { k: 3 }], n: 5 },
  ],
  [{ missing: 1 }, { _id: 'x' }],
  [
    { list: { $slice: 1 }, n: 1 },
    { _id: 'x', list: [{ k: 1, v: 2 }], n: 5 },
  ],
  [
    { none: { $slice: 1 }, n: 1 },
    { _id: 'x', n: 5 },
  ],
  [{ list: { $elemMatch: { k: 3 } } }, { _id: 'x', list: [{ k: 3, v: 4 }] }],
])('the projection %j leaves %j', (projection, left) => {
  expect(projector(projection)(doc)).toEqual(left)
})
