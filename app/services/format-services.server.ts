import {
  addFormatRequest,
  reopenFormatRequest,
  saveFormatRequest,
  takeFormatRequest,
} from './change-format-request.server';
import type { Deps } from './deps';
import { previewLetter, sendFormatLetter, setBilingual, takeLetterBack } from './send-format-letter.server';
import { viewCustomerFormats, viewNewFormatRequest } from './view-customer-formats.server';
import { findFormatRequest, viewFormatRequest, viewFormatRequests } from './view-format-requests.server';

/** Letters and meetings in another form: who sees to it, and by when. */
export function createFormatServices(deps: Deps) {
  return {
    viewFormatRequests: viewFormatRequests(deps),
    viewFormatRequest: viewFormatRequest(deps),
    findFormatRequest: findFormatRequest(deps),
    saveFormatRequest: saveFormatRequest(deps),
    takeFormatRequest: takeFormatRequest(deps),
    reopenFormatRequest: reopenFormatRequest(deps),
    addFormatRequest: addFormatRequest(deps),
    viewNewFormatRequest: viewNewFormatRequest(deps),
    viewCustomerFormats: viewCustomerFormats(deps),
    previewLetter: previewLetter(deps),
    sendFormatLetter: sendFormatLetter(deps),
    takeLetterBack: takeLetterBack(deps),
    setBilingual: setBilingual(deps),
  };
}
