import { router } from '../kernel/procedure'
import { enroll } from './enroll'
import { findEnterprises } from './find'

export type { EnterpriseRow } from './find'

/** 企业档案: who makes and who sells cable. */
export const register = router({ enroll, find: findEnterprises })
