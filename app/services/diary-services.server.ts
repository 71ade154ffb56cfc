import type { Deps } from './deps';
import {
  endException,
  reopenException,
  saveException,
  viewException,
  viewExceptionForm,
} from './manage-diary-exceptions.server';
import { endDiaryFeed, makeDiaryFeed, viewDiaryFeed } from './manage-diary-feed.server';
import { saveDiaryHours, undoDiaryHours, viewDiaryHours } from './manage-diary-hours.server';
import { viewDiary } from './view-diary.server';
import { writeDiaryFeed } from './write-diary-feed.server';

/** The use cases of advisers' diaries. */
export function createDiaryServices(deps: Deps) {
  return {
    viewDiary: viewDiary(deps),
    viewDiaryHours: viewDiaryHours(deps),
    saveDiaryHours: saveDiaryHours(deps),
    undoDiaryHours: undoDiaryHours(deps),
    viewExceptionForm: viewExceptionForm(deps),
    viewException: viewException(deps),
    saveException: saveException(deps),
    endException: endException(deps),
    reopenException: reopenException(deps),
    viewDiaryFeed: viewDiaryFeed(deps),
    makeDiaryFeed: makeDiaryFeed(deps),
    endDiaryFeed: endDiaryFeed(deps),
    writeDiaryFeed: writeDiaryFeed(deps),
  };
}
