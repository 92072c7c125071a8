// pdfmake brings no types; this is the part of it that is used. Its content is typed where it is made.
declare module 'pdfmake' {
  const pdfmake: {
    virtualfs: { writeFileSync(name: string, bytes: Buffer): void }
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void
    setUrlAccessPolicy(allow: (url: string) => boolean): void
    setLocalAccessPolicy(allow: (path: string) => boolean): void
    createPdf(definition: object): { getBuffer(): Promise<Buffer> }
  }
  export default pdfmake
}
