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
const LINE = 1.25
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
      content: layout.blocks.map(block => contentOf(block, draw)),
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
  const label = (cell: Cell) => ({ text: draw(cell.label), fontSize: BOX })
  const body = lines.map(cells =>
    cells.length === 2
      ? cells.flatMap(cell => [label(cell), { text: draw(cell.text), fontSize: BOX }])
      : cells.flatMap(cell => [label(cell), { text: draw(cell.text), fontSize: BOX, colSpan: 3 }, '', '']),
  )
  return {
    margin: [0, 6, 0, 6],
    table: { widths: [LABEL - EDGE, half, LABEL - EDGE, half], body, dontBreakRows: true },
    layout: ruled,
  }
}

function tableOf(head: string[], rows: string[][], draw: (text: string) => string): Content {
  const first = 34
  const rest = (WIDTH - first) / (head.length - 1) - EDGE
  return {
    margin: [0, 4, 0, 6],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [first - EDGE, ...head.slice(1).map(() => rest)],
      body: [
        head.map(text => ({ text: draw(text), bold: true, fontSize: BOX, alignment: 'center' })),
        ...rows.map(row => row.map(text => ({ text: draw(text), fontSize: BOX }))),
      ],
    },
    layout: ruled,
  }
}
