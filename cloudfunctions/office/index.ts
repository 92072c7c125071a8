import { router } from '../kernel/procedure'
import { admit } from './admit'
import { applications } from './applications'
import { endAway, setAway } from './away'
import { renewCertificate } from './certificate'
import { decline, withdraw } from './decline'
import { me } from './me'
import { myApplications } from './my-applications'
import { people, post } from './people'
import { release, takeOver } from './release'
import { requestPost } from './request-post'
import { changeTeam, mergeTeam, movePost, setUpTeam, teams } from './team'
import { today } from './today'

/** 机关: posts, teams, who holds and who stands in, and everyone's first page. */
export const office = router({
  me,
  today,
  requestPost,
  applications,
  myApplications,
  admit,
  decline,
  withdraw,
  people,
  post,
  movePost,
  release,
  takeOver,
  renewCertificate,
  teams,
  setUpTeam,
  changeTeam,
  mergeTeam,
  setAway,
  endAway,
})
