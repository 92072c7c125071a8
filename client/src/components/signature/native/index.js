// A signature drawn with a finger. A native component, because Taro sends every touch through the logic layer and
// setData; here a stroke is drawn where the finger is. Events: `signed` {path, strokes}, `cleared`.
Component({
  properties: {
    label: { type: String, value: '请在此签名' },
  },

  data: { strokes: 0 },

  lifetimes: {
    ready: function () {
      this.prepare()
    },
  },

  methods: {
    /** Takes the canvas node and gives it as many pixels as the screen has. */
    prepare: function () {
      this.createSelectorQuery()
        .select('#canvas')
        .fields({ node: true, size: true })
        .exec(found => {
          const one = found?.[0]
          if (!one?.node) return
          const dpr = (wx.getWindowInfo ? wx.getWindowInfo() : wx.getSystemInfoSync()).pixelRatio || 1
          this.canvas = one.node
          this.canvas.width = one.width * dpr
          this.canvas.height = one.height * dpr
          this.pen = this.canvas.getContext('2d')
          this.pen.scale(dpr, dpr)
          this.size = { width: one.width, height: one.height }
          this.blank()
        })
    },

    blank: function () {
      const pen = this.pen
      pen.fillStyle = '#ffffff'
      pen.fillRect(0, 0, this.size.width, this.size.height)
      pen.strokeStyle = '#111111'
      pen.fillStyle = '#111111'
      pen.lineWidth = 3
      pen.lineCap = 'round'
      pen.lineJoin = 'round'
    },

    begin: function (event) {
      if (!this.pen) return
      const touch = event.touches[0]
      this.last = { x: touch.x, y: touch.y }
      this.pen.beginPath()
      this.pen.arc(touch.x, touch.y, 1.5, 0, 2 * Math.PI)
      this.pen.fill()
    },

    move: function (event) {
      if (!this.pen || !this.last) return
      const touch = event.touches[0]
      const last = this.last
      // Through the middle of two points: no corners where the finger was quick.
      this.pen.beginPath()
      this.pen.moveTo(last.x, last.y)
      this.pen.quadraticCurveTo(last.x, last.y, (last.x + touch.x) / 2, (last.y + touch.y) / 2)
      this.pen.lineTo(touch.x, touch.y)
      this.pen.stroke()
      this.last = { x: touch.x, y: touch.y }
    },

    end: function () {
      if (!this.last) return
      this.last = null
      this.setData({ strokes: this.data.strokes + 1 })
    },

    clear: function () {
      if (this.pen) this.blank()
      this.last = null
      this.setData({ strokes: 0 })
      this.triggerEvent('cleared')
    },

    finish: function () {
      const strokes = this.data.strokes
      if (strokes === 0 || this.saving) return
      this.saving = true
      wx.canvasToTempFilePath(
        {
          canvas: this.canvas,
          fileType: 'png',
          // Twice the layout's size is sharp in print and stays below 100 KB.
          destWidth: this.size.width * 2,
          destHeight: this.size.height * 2,
          success: saved => {
            this.triggerEvent('signed', { path: saved.tempFilePath, strokes: strokes })
          },
          fail: () => {
            wx.showToast({ title: '签名没有存下来，请再按一次完成', icon: 'none' })
          },
          complete: () => {
            this.saving = false
          },
        },
        this,
      )
    },
  },
})
