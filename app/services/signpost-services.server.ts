import { answerSignpost, viewSignpostsDue } from './ask-about-signposts.server';
import { chooseSignpost, takeBackSignpost, viewNearMe, viewOwnSheet } from './choose-signpost.server';
import type { Deps } from './deps';
import { giveSignposts, printSignposts, setSignpostWithdrawn, viewSignposts } from './give-signposts.server';
import { recordSituation, viewSituationAsStaff } from './record-situation.server';
import { tellOutlook, viewOutlook } from './tell-outlook.server';

/** What is near by for what somebody said no to, and how they look at work. */
export function createSignpostServices(deps: Deps) {
  return {
    viewNearMe: viewNearMe(deps),
    viewOwnSheet: viewOwnSheet(deps),
    chooseSignpost: chooseSignpost(deps),
    takeBackSignpost: takeBackSignpost(deps),
    viewSignposts: viewSignposts(deps),
    printSignposts: printSignposts(deps),
    giveSignposts: giveSignposts(deps),
    setSignpostWithdrawn: setSignpostWithdrawn(deps),
    viewSignpostsDue: viewSignpostsDue(deps),
    answerSignpost: answerSignpost(deps),
    viewOutlook: viewOutlook(deps),
    tellOutlook: tellOutlook(deps),
    viewSituationAsStaff: viewSituationAsStaff(deps),
    recordSituation: recordSituation(deps),
  };
}
