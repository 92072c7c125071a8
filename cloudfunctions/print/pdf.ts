import pdfmake from 'pdfmake'
import { type Block, type Cell, type Layout, pageWords, signLine } from '../../domain/papers'
import { Characters } from './characters'
import type { Fonts } from './fonts'

// Points (1/72 inch). A4 with the margins of official papers, a little narrower (28, 26 and 30 mm).
const MARGINS = [79, 85, 74, 79] as const
const WIDTH = 595.28 - MARGINS[0] - MARGINS[2]
// 四号 for what is read, 小四 in boxes, 小二 for the title.
const BODY = 14
const BOX = 12
const TITLE = 21
// The typeface brings 1.45 of its size itself.
const LINE = 1.12
const BOX_LINE = 1
const LABEL = 106
const GREY = '#555555'

type Content = object

let loaded: Fonts | undefined

/** pdfmake knows fonts by name; they are handed over once. It may fetch nothing, from nowhere. */
function load(fonts: Fonts) {
  if (loaded === fonts) return
  pdfmake.virtualfs.writeFileSync('regular.ttf', fonts.regular)
  pdfmake.virtualfs.writeFileSync('bold.ttf', fonts.bold)
  pdfmake.setFonts({ song: { normal: 'regular.ttf', bold: 'bold.ttf' } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  loaded = fonts
}

/**
 * A paper as PDF, black on white, with only the characters it needs of the font.
 * @returns the file, and the characters the font lacks, printed as 〓
 */
export async function pdfFile(layout: Layout, fonts: Fonts): Promise<{ bytes: Buffer; missing: string[] }> {
  load(fonts)
  const characters = new Characters(fonts.has)
  const draw = (text: string) => characters.drawn(text)
  const marks = layout.marks.map(draw).join('　')
  const foot = draw(layout.foot)
  const bytes = await pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [...MARGINS],
      language: 'zh-CN',
      info: { title: draw(layout.title), producer: '三联', creator: '三联' },
      defaultStyle: { font: 'song', fontSize: BODY, lineHeight: LINE },
      content: together(layout.blocks, draw),
      pageBreakBefore: isLeftBehind,
      header: { text: marks, alignment: 'center', fontSize: BOX, color: GREY, margin: [0, 40, 0, 0] },
      footer: (page: number, pages: number) => ({
        margin: [MARGINS[0], 20, MARGINS[2], 0],
        fontSize: 10.5,
        stack: [
          ...(foot ? [{ text: foot, fontSize: BOX }] : []),
          { text: pageWords(page, pages), alignment: 'center' },
        ],
      }),
      ...(layout.marks.includes('作废')
        ? { watermark: { text: '作废', font: 'song', bold: true, fontSize: 150, opacity: 0.12, angle: -45 } }
        : {}),
    })
    .getBuffer()
  return { bytes, missing: [...characters.missing] }
}

// Longer than this a paragraph may go over the page: it would leave too much of one white.
const SHORT = 300

/** Puts together what must not be parted: a table and its heading, the seal and the words it is set under. */
function together(blocks: readonly Block[], draw: (text: string) => string): Content[] {
  const contents: Content[] = []
  blocks.forEach((block, at) => {
    const before = blocks[at - 1]
    if (block.block === 'table' && before?.block === 'heading') {
      contents.splice(-1, 1, tableOf(block.head, block.rows, draw, before.text))
    } else if (block.block === 'seal') {
      const along = goingAlong(blocks.slice(0, at))
      const stack = along ? contents.splice(-along) : []
      contents.push({ unbreakable: true, stack: [...stack, contentOf(block, draw)] })
    } else contents.push(contentOf(block, draw))
  })
  return contents
}

/** How many of the last blocks go along with the seal: a seal under no word could be put under any. */
function goingAlong(before: readonly Block[]): number {
  const last = before.at(-1)
  const words = (block: Block | undefined) =>
    block !== undefined && (block.block === 'sign' || ('text' in block && block.text.length < SHORT))
  if (last?.block === 'rows' && last.lines.length < 3) return words(before.at(-2)) ? 2 : 1
  return words(last) ? 1 : 0
}

/** A heading with nothing below it on its page. */
const isLeftBehind = (
  node: { headlineLevel?: number },
  page: { getFollowingNodesOnPage(): unknown[] },
): boolean => node.headlineLevel === 1 && page.getFollowingNodesOnPage().length === 0

function contentOf(block: Block, draw: (text: string) => string): Content {
  switch (block.block) {
    case 'organ':
      return { text: draw(block.text), bold: true, fontSize: 18, alignment: 'center', margin: [0, 0, 0, 6] }
    case 'title':
      return {
        text: draw(block.text),
        bold: true,
        fontSize: TITLE,
        alignment: 'center',
        characterSpacing: block.text.length < 9 ? 3 : 0,
        margin: [0, 0, 0, 12],
      }
    case 'number':
      return { text: draw(block.text), alignment: 'right', margin: [0, 0, 0, 10] }
    case 'to':
      return { text: draw(block.text), margin: [0, 0, 0, 2] }
    case 'heading':
      return { text: draw(block.text), bold: true, margin: [0, 8, 0, 2], headlineLevel: 1 }
    case 'paragraph':
      return { text: draw(block.text), leadingIndent: 2 * BODY, alignment: 'justify', margin: [0, 0, 0, 2] }
    case 'small':
      return { text: draw(block.text), fontSize: BOX, margin: [0, 4, 0, 0] }
    case 'rows':
      return boxes(block.lines, draw)
    case 'table':
      return tableOf(block.head, block.rows, draw)
    case 'sign':
      return {
        unbreakable: true,
        margin: [0, 12, 0, 0],
        stack: [
          ...(block.note ? [{ text: draw(`${block.note}。`), fontSize: BOX }] : []),
          {
            fontSize: BOX,
            columns: [
              { width: '*', text: draw(signLine(block.label)) },
              { width: 120, text: block.day, alignment: 'right' },
            ],
          },
        ],
      }
    case 'seal':
      return {
        unbreakable: true,
        margin: [WIDTH - 240, 28, 0, 10],
        table: {
          widths: [226],
          body: [
            [
              {
                alignment: 'center',
                margin: [0, 8, 0, 8],
                stack: [
                  { text: block.box, fontSize: 10.5, color: GREY, margin: [0, 0, 0, 10] },
                  draw(block.organ),
                  { text: block.day, margin: [0, 6, 0, 0] },
                ],
              },
            ],
          ],
        },
        layout: dashed,
      }
  }
}

const dashed = {
  hLineStyle: () => ({ dash: { length: 4, space: 3 } }),
  vLineStyle: () => ({ dash: { length: 4, space: 3 } }),
  hLineWidth: () => 0.7,
  vLineWidth: () => 0.7,
  hLineColor: () => GREY,
  vLineColor: () => GREY,
}

const ruled = {
  hLineWidth: () => 0.7,
  vLineWidth: () => 0.7,
  paddingTop: () => 4,
  paddingBottom: () => 4,
}
// What the lines and paddings of a box take of its width (pdfmake: 4 on each side).
const EDGE = 9

/** Boxes of a form: label and text, or twice that on a line. Widths are fixed, so that a long word is broken. */
function boxes(lines: readonly Cell[][], draw: (text: string) => string): Content {
  const half = (WIDTH - 2 * LABEL) / 2 - EDGE
  const boxed = (text: string) => ({ text: draw(text), fontSize: BOX, lineHeight: BOX_LINE })
  const body = lines.map(cells =>
    cells.length === 2
      ? cells.flatMap(cell => [boxed(cell.label), boxed(cell.text)])
      : cells.flatMap(cell => [boxed(cell.label), { ...boxed(cell.text), colSpan: 3 }, '', '']),
  )
  return {
    margin: [0, 6, 0, 6],
    table: { widths: [LABEL - EDGE, half, LABEL - EDGE, half], body, dontBreakRows: true },
    layout: ruled,
  }
}

/** A table; with its heading, which is repeated with the heads of the columns where it goes over the page. */
function tableOf(head: string[], rows: string[][], draw: (text: string) => string, title?: string): Content {
  const first = 34
  const rest = (WIDTH - first) / (head.length - 1) - EDGE
  const boxed = (text: string) => ({ text: draw(text), fontSize: BOX, lineHeight: BOX_LINE })
  const named = title && {
    text: draw(title),
    bold: true,
    colSpan: head.length,
    border: [false, false, false, true],
    margin: [-4, 2, 0, -2],
  }
  return {
    margin: [0, 4, 0, 6],
    table: {
      headerRows: named ? 2 : 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [first - EDGE, ...head.slice(1).map(() => rest)],
      body: [
        ...(named ? [[named, ...head.slice(1).map(() => '')]] : []),
        head.map(text => ({ ...boxed(text), bold: true, alignment: 'center' })),
        ...rows.map(row => row.map(boxed)),
      ],
    },
    layout: named ? { ...ruled, hLineWidth: (line: number) => (line ? 0.7 : 0) } : ruled,
  }
}
