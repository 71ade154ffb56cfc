import { askOtherWay, settleOtherWay, withdrawOtherWay } from './ask-other-way.server';
import { decideProfile, preferAnsweredWay, undoDecision } from './decide-profile.server';
import type { Deps } from './deps';
import { answerProfile, askProfile, finishProfile } from './fill-profile.server';
import { viewProfileDesk } from './view-profile-desk.server';
import { viewOtherWay, viewOwnProfile } from './view-own-profile.server';

/** What somebody can do online: the questions, the recommendation, and what a person makes of it. */
export function createProfileServices(deps: Deps) {
  return {
    viewOwnProfile: viewOwnProfile(deps),
    answerProfile: answerProfile(deps),
    finishProfile: finishProfile(deps),
    viewOtherWay: viewOtherWay(deps),
    askOtherWay: askOtherWay(deps),
    withdrawOtherWay: withdrawOtherWay(deps),
    askProfile: askProfile(deps),
    settleOtherWay: settleOtherWay(deps),
    viewProfileDesk: viewProfileDesk(deps),
    decideProfile: decideProfile(deps),
    undoDecision: undoDecision(deps),
    preferAnsweredWay: preferAnsweredWay(deps),
  };
}
