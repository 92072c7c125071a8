import { router } from '../kernel/procedure'
import { admit } from './admit'
import { applications } from './applications'
import { me } from './me'
import { requestPost } from './request-post'
import { today } from './today'

/** 机关: posts, who holds them, and everyone's first page. */
export const office = router({ me, today, requestPost, applications, admit })
