import { createProfileServices } from './profile-services.server';
import { createSafeguardServices } from './safeguard-services.server';
import { createSignpostServices } from './signpost-services.server';
import { createKioskServices } from './kiosk-services.server';
import { createHelpServices } from './help-services.server';
import { createVisitServices } from './visit-services.server';
import { createFormatServices } from './format-services.server';
import { createChannelMeasureServices } from './channel-measure-services.server';
import { findVisitor } from './find-visitor.server';
import { noteAct } from './note-act.server';
import type { Deps } from './deps';

/** Everything for those who are not, or not yet, at home online. */
export function createAssistedServices(deps: Deps) {
  return {
    findVisitor: findVisitor(deps),
    noteAct: noteAct(deps),
    ...createProfileServices(deps),
    ...createSafeguardServices(deps),
    ...createSignpostServices(deps),
    ...createKioskServices(deps),
    ...createHelpServices(deps),
    ...createVisitServices(deps),
    ...createFormatServices(deps),
    ...createChannelMeasureServices(deps),
  };
}
