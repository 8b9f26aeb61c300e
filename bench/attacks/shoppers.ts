import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import type { Browser } from '@playwright/test';
import type { FaceName } from '@/testing/actor/cast';
import { actAs } from '@/testing/actor/stage';
import { settleIn, stranger, type ShopperCard } from '@/e2e/people/shopper';
import { isHeld, reasonOf, Shop } from './shop';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Enough for all that is paid here; one top-up may be ¥10,000. */
const TOP_UPS_YUAN = [10_000, 10_000];
/** Who is refused at home tries again, too. */
const TRIES_MAX = 3;

/**
 * People with a wallet and a face, each enrolled on a phone of their own when first asked for.
 * They have paid here before, so that their last four digits leave somebody.
 */
export class Shoppers {
  private readonly known = new Map<FaceName, Promise<ShopperCard>>();

  constructor(
    private readonly browser: Browser,
    private readonly origin: string,
    private readonly counter: Shop,
    private readonly say: (text: string) => void,
  ) {}

  of(face: FaceName): Promise<ShopperCard> {
    const known = this.known.get(face) ?? this.enrol(face);
    this.known.set(face, known);
    return known;
  }

  private async enrol(face: FaceName): Promise<ShopperCard> {
    for (let tries = 1; ; tries += 1) {
      try {
        const card = await this.enrolOnce(face);
        this.say(`${face} is enrolled${tries > 1 ? `, at try ${tries}` : ''}`);
        return card;
      } catch (error) {
        if (tries === TRIES_MAX) throw error;
        this.say(`${face} was not enrolled: ${String(error).split('\n')[0] ?? ''}`);
      }
    }
  }

  private async enrolOnce(face: FaceName): Promise<ShopperCard> {
    const settings = { baseURL: this.origin, locale: 'en-GB', ...PHONE };
    const context = await this.browser.newContext(settings);
    try {
      const phone = await context.newPage();
      await actAs(phone, { face });
      const card = stranger(`${face} Berg`);
      await settleIn(phone, card, 100);
      const shop = new Shop(context.request);
      for (const yuan of TOP_UPS_YUAN) await shop.topUp(yuan);
      await this.becomeRegular(card);
      return card;
    } finally {
      await context.close();
    }
  }

  private async becomeRegular({ phone, pin }: ShopperCard): Promise<void> {
    const { payment } = await this.counter.order('short');
    const intentHash = hashIntent(paymentIntentOf(payment, 'whole-number'));
    const paid = await this.counter.payByPin(payment.id, { phone, pin, intentHash });
    if (!isHeld(paid)) throw new Error(`the first payment: ${reasonOf(paid)}`);
  }
}
