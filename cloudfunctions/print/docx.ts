import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { type Block, type Cell, type Layout, pageWords, signLine } from '../../domain/papers'

// Twips (1/20 point) for lengths, half points for type: the units of the format.
const MM = 56.7
const WIDTH = Math.round((210 - 28 - 26) * MM)
const BODY = 28
const BOX = 24
const TITLE = 44
// 28 points from line to line, as official papers have it.
const LINE = 560
const GREY = '555555'

// The office's machines have these; where one lacks them, Word puts its own Chinese typeface.
const body = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', cs: 'Times New Roman' }
const headline = { ...body, eastAsia: '宋体' }
const black = { ...body, eastAsia: '黑体' }

const run = (text: string, more: Omit<IRunOptions, 'text'> = {}) =>
  new TextRun({ text, font: body, size: BODY, ...more })

const paragraph = (
  children: ParagraphChild[],
  more: ConstructorParameters<typeof Paragraph>[0] & object = {},
): Paragraph => new Paragraph({ spacing: { line: LINE, lineRule: 'exact' }, children, ...more })

/** A paper as Word document, for the office to go on with: the same parts as the PDF, black on white. */
export async function docxFile(layout: Layout): Promise<Buffer> {
  const marks = layout.marks.join('　')
  const [before, between, after] = pageWords('#', '#').split('#') as [string, string, string]
  const small = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]) =>
    new TextRun({ children, font: body, size: 21 })
  const document = new Document({
    title: layout.title,
    creator: '三联',
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
            margin: {
              top: Math.round(30 * MM),
              bottom: Math.round(28 * MM),
              left: Math.round(28 * MM),
              right: Math.round(26 * MM),
            },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: marks ? [run(marks, { size: BOX, color: GREY })] : [],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              ...(layout.foot ? [new Paragraph({ children: [run(layout.foot, { size: BOX })] })] : []),
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [small([before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after])],
              }),
            ],
          }),
        },
        children: layout.blocks.flatMap((block, at) =>
          contentOf(block, layout.blocks[at + 1]?.block === 'seal'),
        ),
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** With `keepNext` it stays on the page of what follows: the seal is under no other words than these. */
function contentOf(block: Block, keepNext: boolean): (Paragraph | Table)[] {
  switch (block.block) {
    case 'organ':
      return [
        paragraph([run(block.text, { size: 36, font: headline, bold: true })], {
          alignment: AlignmentType.CENTER,
        }),
      ]
    case 'title':
      return [
        paragraph([run(block.text, { size: TITLE, font: headline, bold: true })], {
          alignment: AlignmentType.CENTER,
          spacing: { before: 160, after: 200 },
        }),
      ]
    case 'number':
      return [paragraph([run(block.text)], { alignment: AlignmentType.RIGHT })]
    case 'to':
      return [paragraph([run(block.text)])]
    case 'heading':
      return [paragraph([run(block.text, { font: black })], { keepNext: true })]
    case 'paragraph':
      return [
        paragraph([run(block.text)], {
          indent: { firstLine: BODY * 20 },
          alignment: AlignmentType.BOTH,
          keepNext,
        }),
      ]
    case 'small':
      return [paragraph([run(block.text, { size: BOX })])]
    case 'rows':
      return [boxes(block.lines), gap(keepNext)]
    case 'table':
      return [tableOf(block.head, block.rows), gap()]
    case 'sign':
      return [
        ...(block.note ? [paragraph([run(`${block.note}。`, { size: BOX })], { keepNext: true })] : []),
        paragraph([run(`${signLine(block.label)}\t${block.day}`, { size: BOX })], {
          tabStops: [{ type: 'right', position: WIDTH }],
          spacing: { before: 120, after: 120 },
          keepNext,
        }),
      ]
    case 'seal':
      return [gap(true), sealBox([block.box, block.organ, block.day])]
  }
}

const gap = (keepNext = false) =>
  new Paragraph({ spacing: { line: 160, lineRule: 'exact' }, keepNext, children: [] })

const cell = (
  text: string,
  width: number,
  more: { bold?: boolean; span?: number; centred?: boolean } = {},
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(more.span ? { columnSpan: more.span } : {}),
    children: text.split('\n').map(
      line =>
        new Paragraph({
          children: [run(line, { size: BOX, bold: more.bold ?? false })],
          ...(more.centred ? { alignment: AlignmentType.CENTER } : {}),
        }),
    ),
  })

const ruled = (columnWidths: number[], rows: TableRow[]) =>
  new Table({
    columnWidths,
    rows,
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
  })

function boxes(lines: readonly Cell[][]): Table {
  const label = Math.round(37 * MM)
  const half = Math.round(WIDTH / 2) - label
  const rows = lines.map(
    cells =>
      new TableRow({
        cantSplit: true,
        children: cells.flatMap(one => [
          cell(one.label, label),
          cells.length === 2 ? cell(one.text, half) : cell(one.text, half + label + half, { span: 3 }),
        ]),
      }),
  )
  return ruled([label, half, label, half], rows)
}

function tableOf(head: readonly string[], rows: readonly string[][]): Table {
  const first = Math.round(14 * MM)
  const rest = Math.round((WIDTH - first) / (head.length - 1))
  const widths = head.map((_, at) => (at ? rest : first))
  const line = (texts: readonly string[], bold: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: bold,
      children: texts.map((text, at) => cell(text, widths[at] as number, { bold, centred: bold })),
    })
  return ruled(widths, [line(head, true), ...rows.map(row => line(row, false))])
}

/** The dashed box in which the seal is put by hand; nothing red is ever drawn. */
function sealBox(lines: readonly string[]): Table {
  const width = Math.round(80 * MM)
  const dashed = { style: BorderStyle.DASHED, size: 6, color: GREY }
  return new Table({
    alignment: AlignmentType.RIGHT,
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: Math.round(32 * MM), rule: HeightRule.ATLEAST },
        children: [
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            borders: { top: dashed, bottom: dashed, left: dashed, right: dashed },
            children: lines.map((text, at) =>
              paragraph([run(text, at ? {} : { size: 21, color: GREY })], {
                alignment: AlignmentType.CENTER,
              }),
            ),
          }),
        ],
      }),
    ],
  })
}
