// node read-pdf.mjs a.pdf b.pdf …: prints what pdf.js finds in each as JSON: pages with their text, names of fonts,
// colours. A process of its own, since jest cannot load the library (modules only).
import { readFileSync } from 'node:fs'
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

async function read(file) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
  })
  const document = await task.promise
  const [pages, fonts, colours] = [[], new Set(), new Set()]
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const right = Math.max(...items.map(item => item.transform[4] + item.width))
    pages.push({ text: items.map(item => item.str).join(''), right, width: page.view[2] })
    const { fnArray, argsArray } = await page.getOperatorList()
    fnArray.forEach((operation, at) => {
      const args = argsArray[at]
      if (operation === OPS.setFont) fonts.add(page.commonObjs.get(args[0]).name)
      if (operation === OPS.setFillRGBColor || operation === OPS.setStrokeRGBColor)
        colours.add(Array.from(args).join(' '))
      if (operation === OPS.paintImageXObject || operation === OPS.shadingFill) colours.add('picture')
    })
  }
  const { info } = await document.getMetadata()
  await task.destroy()
  return { pages, fonts: [...fonts], colours: [...colours], title: info.Title ?? '' }
}

const found = []
for (const file of process.argv.slice(2)) found.push(await read(file))
console.log(JSON.stringify(found))
