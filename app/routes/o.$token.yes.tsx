import { allowLink } from '~/http/allow.server';
import { answerOffer, backToOffer } from '~/http/offer-desk.server';

export const loader = allowLink(backToOffer);

export const action = allowLink((visit) => answerOffer(visit, 'yes'));
