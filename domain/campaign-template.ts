import { addDays, type Day, spokenDay, writtenDay } from './calendar'
import { addWorkdays } from './calendar/working-days'
import { type CampaignForm, PLAN_DAYS, type Target } from './campaign'
import notice2021 from './data/campaign-2021.json'
import { sections, units } from './organisation'

/** A campaign as it was laid down once, from which others are made. */
export type CampaignTemplate = typeof notice2021

/** 赣市市监质监字〔2021〕13号, the notice this product was first made for. */
export const template2021: CampaignTemplate = notice2021

/** What a new campaign has of its own; the rest comes from its template. */
export type FromTemplate = { product: string; first: Day; last: Day; number: string; issuedOn?: Day }

// The notice asks for the summary three weeks before its end: 10月10日 of 10月31日.
const SUMMARY_DAYS = 21

/**
 * A campaign for another product, filled from a template as far as it can be: its text with the product's name in place
 * of the template's, its addressees, its targets due on the last day. Names of bodies stay. It goes through
 * `campaignForm` like any other; nobody leads it and no number is confirmed before somebody has read it.
 */
export function newCampaignFrom(
  template: CampaignTemplate,
  { product, first, last, number, issuedOn = first }: FromTemplate,
): CampaignForm {
  const named = (text: string) => renamed(text, template.product, product)
  const same = product === template.product
  const planBy = addWorkdays(issuedOn, PLAN_DAYS).day
  return {
    title: named(template.title),
    number,
    office: template.office,
    issuedOn,
    first,
    last,
    products: same ? template.products : [product],
    openness: template.openness as CampaignForm['openness'],
    unclassified: true,
    units: units.map(unit => unit.id),
    sections: sections.map(section => section.id),
    text: textFrom(template, { product, first, last }).join('\n'),
    pages: [],
    planBy: planBy > last ? last : planBy,
    people: [],
    targets: template.targets.map(
      ({ name, count, wanted, measure, owner }, i): Target => ({
        id: `t${i + 1}`,
        name: named(name),
        count,
        wanted,
        measure: measure as Target['measure'],
        owner,
        due: last,
      }),
    ),
  }
}

/** The paragraphs of the plan (方案), in the notice's order. */
function textFrom(
  template: CampaignTemplate,
  { product, first, last }: Pick<FromTemplate, 'product' | 'first' | 'last'>,
): string[] {
  const same = product === template.product
  const summary = addDays(last, -SUMMARY_DAYS)
  const said = (text: string) =>
    renamed(text, template.product, product)
      .replace('从即日起至10月底', `从${writtenDay(first)}起至${writtenDay(last)}`)
      .replace('10月10日', spokenDay(summary > first ? summary : last))
  return [
    template.preamble,
    '一、指导思想',
    template.purpose,
    '二、工作目标',
    template.aim,
    '三、工作重点',
    `（一）重点产品。${(same ? template.products : [product]).join('、')}${same ? '等' : ''}。`,
    `（二）重点区域。${template.areas}`,
    `（三）重点对象。${template.subjects}`,
    `（四）重要指标。${same ? template.indicators : '相应产品标准规定的安全和性能项目。'}`,
    '四、主要措施',
    ...template.measures.flatMap(({ title, items }, i) => [
      `（${'一二三四五'[i]}）${title}。`,
      ...items.map((item, j) => `${j + 1}.${item.title}。${item.text}（${item.by}）`),
    ]),
    '五、有关要求',
    ...template.demands.map(({ title, text }, i) => `（${'一二三四五'[i]}）${title}。${text}`),
  ].map(said)
}

/** The product's name in place of another, save in the name of the test centre (省电线电缆产品质检中心). */
const renamed = (text: string, from: string, to: string): string =>
  text.replace(new RegExp(`(省?)${from}`, 'g'), (whole, province) => (province ? whole : to))
