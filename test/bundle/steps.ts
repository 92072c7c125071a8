import { checklists } from '../../domain/checklist'
import type { Cloud } from '../../local/cloud'
import { type Bureau, waitingNotice, wholeCheck } from '../functions/bureau'
import { type Effort, Hand } from './hand'

// Steps of the thread that more than one test takes, and the bench: no expectations here.

/** Name of an enterprise as its list shows it. */
export async function nameOf(cloud: Cloud, enterprise: string): Promise<string> {
  const found = (await cloud.documents('enterprises')).find(({ _id }) => _id === enterprise)
  if (!found) throw new Error(`no enterprise ${enterprise}`)
  return String(found.name)
}

/** From 今天 to the check of an enterprise of the own list. */
export async function openCheck(officer: Hand, enterprise: string): Promise<void> {
  await officer.tap('开始检查')
  await officer.tap({ text: enterprise, cls: 'found-name' })
}

/** 已亮证, 已告知. */
export async function showAndTell(officer: Hand): Promise<void> {
  await officer.tap({ role: 'checkbox', label: '已亮证' })
  await officer.tap({ role: 'checkbox', label: '已告知' })
}

/** Who is there, and his signature. */
export async function signedByContact(officer: Hand): Promise<void> {
  await officer.tap({ text: /（企业联系人）$/, cls: 'chip' })
  await officer.sign()
}

/**
 * A check of a producer from 今天 up to 提交检查记录, not pressed: P-06 and P-13 不符合, a chip each, a photo of P-13.
 * @param midway done once P-13 is answered
 */
export async function checkProducer(
  officer: Hand,
  enterprise: string,
  midway: () => Promise<unknown> = async () => {},
): Promise<void> {
  await openCheck(officer, enterprise)
  await showAndTell(officer)
  await officer.tap('出厂检验')
  await officer.tapIn('P-13', '不符合')
  await officer.tapIn('P-13', '检定证书已过有效期')
  await officer.tapIn('P-13', '＋ 拍照')
  await midway()
  await officer.tap('证照')
  await officer.tapIn('P-06', '不符合')
  await officer.tapIn('P-06', '无合格证')
  await officer.tap('其余都符合')
  await signedByContact(officer)
}

/** A check of a seller from 今天 up to 提交检查记录, not pressed: nothing found, four photos. */
export async function checkSeller(officer: Hand, enterprise: string): Promise<void> {
  await openCheck(officer, enterprise)
  await fillSeller(officer)
}

/** The open check of a seller up to 提交检查记录, not pressed: nothing found, four photos. */
export async function fillSeller(officer: Hand): Promise<void> {
  await showAndTell(officer)
  await officer.tapIn('S-01', '拍照')
  await officer.tap('进货查验')
  await officer.tapIn('S-02', '拍照')
  await officer.tap('在售产品')
  await officer.tapIn('S-05', '拍照')
  await officer.tapIn('S-06', '拍照')
  await officer.tap('其余都符合')
  await signedByContact(officer)
}

/** From a check's line on 今天 to a correction that is sent for approval. */
export async function orderCorrection(officer: Hand, enterprise: string): Promise<void> {
  await officer.tap({ role: 'button', label: `${enterprise}，1项不符合` })
  await officer.tap('责令改正')
  await officer.tap('提交送审')
}

/** From 今天 to a verdict on a core's resistance. The first field has the focus; the second takes a touch of its own. */
export async function judgeCable(officer: Hand, designation: string, ohmPerKm: string): Promise<void> {
  await officer.tap('速查')
  await officer.type('电缆上印的型号规格', designation)
  await officer.tap({ label: '实测导体电阻' })
  await officer.type('实测导体电阻', ohmPerKm)
}

/** From 今天 to a paper that is approved and numbered. */
export async function approvePaper(head: Hand, enterprise: string): Promise<void> {
  await head.tap({ role: 'button', label: `责令改正通知书 · ${enterprise}` })
  await head.tap('同意并编号')
}

/** Touches and letters of the shortest paths that are budgeted; the bureau must be new. */
export async function efforts(
  cloud: Cloud,
  bureau: Bureau,
): Promise<Record<'check.producer' | 'check.seller' | 'notice' | 'pocket' | 'approve', Effort>> {
  const [producer, seller] = [await nameOf(cloud, bureau.producer), await nameOf(cloud, bureau.seller)]
  const officer = await new Hand(cloud, bureau.officer.openid).start()
  const approval = new Hand(cloud, bureau.head.openid)
  const again = () => {
    officer.kill()
    return officer.start()
  }
  try {
    const ofProducer = await officer.spent(async () => {
      await checkProducer(officer, producer)
      await officer.tap('提交检查记录')
      await officer.tap('提交送审')
    })
    await again()
    const ofSeller = await officer.spent(async () => {
      await checkSeller(officer, seller)
      await officer.tap('提交检查记录')
    })
    const finding = { 'P-13': { result: '不符合', note: '检定证书已过有效期' } } as const
    await bureau.officer.write('inspection.submit', await wholeCheck(bureau, finding))
    await again()
    const ofNotice = await officer.spent(() => orderCorrection(officer, producer))
    await again()
    const ofPocket = await officer.spent(() => judgeCable(officer, 'BV 2.5', '8.62'))
    await waitingNotice(bureau)
    await approval.start()
    const ofApproval = await approval.spent(() => approvePaper(approval, producer))
    return {
      'check.producer': ofProducer,
      'check.seller': ofSeller,
      notice: ofNotice,
      pocket: ofPocket,
      approve: ofApproval,
    }
  } finally {
    officer.kill()
    approval.kill()
  }
}

export interface Weights {
  /** Opening the check of a producer. */
  open: number
  /** 符合 on each of the 22 items, in the order of the screen. */
  answers: number[]
  /** 不符合, which brings the panel of what a finding needs. */
  finding: number
  chip: number
  keystroke: number
}

/** Bytes of setData on the check of a producer; nothing is handed in. */
export async function weights(cloud: Cloud, bureau: Bureau): Promise<Weights> {
  const producer = await nameOf(cloud, bureau.producer)
  const officer = await new Hand(cloud, bureau.officer.openid).start()
  const { screen } = officer.phone
  try {
    await officer.tap('开始检查')
    const open = await officer.bytes(() => officer.tap({ text: producer, cls: 'found-name' }))
    const answers: number[] = []
    for (const group of new Set(checklists.producer.map(row => row.group))) {
      await officer.tap(group)
      for (const { id } of checklists.producer.filter(row => row.group === group))
        answers.push(await officer.bytes(() => officer.tapIn(id, '符合')))
    }
    await officer.tap('出厂检验')
    const finding = await officer.bytes(() => officer.tapIn('P-13', '不符合'))
    const chip = await officer.bytes(() => officer.tapIn('P-13', '检定证书已过有效期'))
    const field = { tag: 'textarea', within: { id: 'P-13' } }
    await screen.input(field, '两')
    const keystroke = await officer.bytes(() => screen.input(field, '两台'))
    return { open, answers, finding, chip, keystroke }
  } finally {
    officer.kill()
  }
}
