import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../../chromium'
import type { Phone } from './phone'
import { pageHtml } from './picture-html'

export interface PictureOptions {
  /** Width of the phone, CSS px. */
  width?: number
  /** Height of what is seen at once, CSS px; the picture shows the whole page. */
  height?: number
  /** Dark mode. */
  dark?: boolean
  /** Pixels per CSS px. */
  scale?: number
}

/**
 * Draws the page on top as PNG: the tree that glass-easel rendered and the build's own WXSS, laid out by Chromium.
 * Built-in components are imitated, so this shows our styles, not WeChat's controls.
 * @param file where the picture goes; its folder is made
 */
export async function takePicture(phone: Phone, file: string, options: PictureOptions = {}): Promise<void> {
  const { width = 375, height = 724, dark = false, scale = 2 } = options
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags })
  try {
    const page = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: scale,
      colorScheme: dark ? 'dark' : 'light',
    })
    await page.setContent(pageHtml(phone), { waitUntil: 'load' })
    // As tall as the page, so that a bar fixed to the bottom covers nothing.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: Math.max(height, whole) })
    fs.mkdirSync(path.dirname(file), { recursive: true })
    await page.screenshot({ path: file })
  } finally {
    await browser.close()
  }
}
