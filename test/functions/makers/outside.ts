import type { Makers } from './maker'

export const outsideMakers = {
  outsideWaiting: async its => `${await its.the('found')}.gongpincha`,
  outsideEntered: async its => {
    const outside = `${await its.the('check')}.gongpincha`
    await its.bureau.officer.write('outside.register', {
      outside,
      number: '',
      none: true,
      enteredOn: its.today,
    })
    return outside
  },
} satisfies Partial<Makers>
