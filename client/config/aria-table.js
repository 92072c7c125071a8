const words = {
  'aria-label': '',
  'aria-role': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-hidden': '',
}

module.exports = {
  aria: { View: words, Text: words, Image: words, Input: words, Textarea: words, Picker: words },
}
