/** Hands a file to the browser under its name; it opens or keeps it as the person has set. */
export async function openFile(url: string, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.target = '_blank'
  link.rel = 'noopener'
  link.click()
}
