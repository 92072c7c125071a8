// Preloaded into every function process. Nothing leaves the machine: a lost setting would silently mean the real cloud.
// With LOCAL_CLOCK the process's Date follows the clock it is given. Plain JavaScript, for `--require`.
const net = require('node:net')
const dgram = require('node:dgram')

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i

function refuse(host) {
  throw new Error(`the local cloud refuses a connection to ${host}: functions reach nothing beyond loopback`)
}

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  const isPath = typeof first === 'string' && !/^\d+$/.test(first)
  if (!isPath && !first?.path) {
    const host =
      first && typeof first === 'object' ? first.host : typeof second === 'string' ? second : undefined
    if (host !== undefined && host !== null && !LOOPBACK.test(String(host))) refuse(host)
  }
  return connect.apply(this, args)
}

const send = dgram.Socket.prototype.send
dgram.Socket.prototype.send = function (...args) {
  const host = args.find(arg => typeof arg === 'string' && args.indexOf(arg) > 0)
  if (host !== undefined && !LOOPBACK.test(host)) refuse(host)
  return send.apply(this, args)
}
const connectDatagram = dgram.Socket.prototype.connect
dgram.Socket.prototype.connect = function (port, host, ...rest) {
  if (typeof host === 'string' && !LOOPBACK.test(host)) refuse(host)
  return connectDatagram.call(this, port, host, ...rest)
}

if (process.env.LOCAL_CLOCK === '1') {
  delete process.env.LOCAL_CLOCK
  installClock()
}

function installClock() {
  const Real = Date
  let offset = 0
  function Clock(...args) {
    if (!new.target) return new Real(Real.now() + offset).toString()
    const target = new.target === Clock ? Real : new.target
    return Reflect.construct(Real, args.length > 0 ? args : [Real.now() + offset], target)
  }
  Object.setPrototypeOf(Clock, Real)
  // The same prototype, so that `instanceof Date` holds for dates made before and by Node itself.
  Clock.prototype = Real.prototype
  Clock.now = () => Real.now() + offset
  Object.defineProperty(Clock, 'name', { value: 'Date' })
  Object.defineProperty(Clock, 'length', { value: 7 })
  Object.defineProperty(Real.prototype, 'constructor', { value: Clock, writable: true, configurable: true })
  globalThis.Date = Clock
  process.on('message', message => {
    if (message.invoke) offset = message.clock === undefined ? 0 : message.clock - Real.now()
  })
}
