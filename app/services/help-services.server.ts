import { answerIdentityQuestion, beginDeskHelp, viewHelpDesk } from './ask-who-it-is.server';
import type { Deps } from './deps';
import { endOwnHelps, finishHelp } from './end-help.server';
import { askToRingBack, takeBackRingBack } from './ring-back.server';
import { isHelpedNow, viewOpenHelp, viewOwnHelps } from './view-help.server';

/** A colleague uses the portal for somebody. */
export function createHelpServices(deps: Deps) {
  return {
    viewHelpDesk: viewHelpDesk(deps),
    answerIdentityQuestion: answerIdentityQuestion(deps),
    beginDeskHelp: beginDeskHelp(deps),
    viewOpenHelp: viewOpenHelp(deps),
    finishHelp: finishHelp(deps),
    endOwnHelps: endOwnHelps(deps),
    viewOwnHelps: viewOwnHelps(deps),
    askToRingBack: askToRingBack(deps),
    takeBackRingBack: takeBackRingBack(deps),
    isHelpedNow: isHelpedNow(deps),
  };
}
