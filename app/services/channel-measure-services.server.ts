import type { Deps } from './deps';
import { exportChannels, viewChannelList, viewChannels } from './view-channels.server';

/** How people and the office were in touch, counted. */
export function createChannelMeasureServices(deps: Deps) {
  return {
    viewChannels: viewChannels(deps),
    viewChannelList: viewChannelList(deps),
    exportChannels: exportChannels(deps),
  };
}
