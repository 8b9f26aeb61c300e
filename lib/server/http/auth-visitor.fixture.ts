import { NextRequest } from 'next/server';
import { DEMO_PASSWORD, DEMO_RESTAURANT } from '../demo/people';
import { mina } from '../demo-store.fixture';
import { sessionIdIn, shopperOfSession, staffOfSession } from '../access/sessions';
import { shopperAuth } from '../access/sign-in-shopper';
import { staffAuth } from '../access/sign-in-staff';
import { authRoute } from './auth-route';

export const HOST = 'shop.example:3000';
export const FORM = 'application/x-www-form-urlencoded';
export const AUDIENCES = {
  shopper: {
    base: '/api/auth',
    route: authRoute({
      audience: 'shopper',
      providers: ['shopper', 'shopper-again'],
      options: shopperAuth,
    }),
  },
  staff: {
    base: '/api/staff/auth',
    route: authRoute({ audience: 'staff', providers: ['staff'], options: staffAuth }),
  },
} as const;
type Audience = keyof typeof AUDIENCES;

/** Somebody's browser: it keeps the cookies that it is given. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(readonly audience: Audience) {}

  async send(method: string, path: string, init: { type?: string; body?: BodyInit } = {}) {
    const { base, route } = AUDIENCES[this.audience];
    const url = new URL(`http://${HOST}${base}/${path}`);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host: HOST, cookie, ...(init.type && { 'content-type': init.type }) };
    const request = new NextRequest(url, { method, headers, body: init.body });
    const nextauth = url.pathname.slice(base.length + 1).split('/');
    const response = await route(request, { params: Promise.resolve({ nextauth }) });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, decodeURIComponent(value));
    }
    return response;
  }

  async csrfToken(): Promise<string> {
    const { csrfToken } = (await (await this.send('GET', 'csrf')).json()) as { csrfToken: string };
    return csrfToken;
  }

  async post(path: string, fields: Record<string, string>) {
    const body = new URLSearchParams({ csrfToken: await this.csrfToken(), ...fields });
    return this.send('POST', path, { type: FORM, body: body.toString() });
  }

  signIn(password: string = DEMO_PASSWORD) {
    return this.audience === 'staff'
      ? this.post('callback/staff', { email: DEMO_RESTAURANT.staff.email, password })
      : this.post('callback/shopper', { phone: mina.phone, password });
  }

  async whoAmI() {
    const id = await sessionIdIn(this.audience, (name) => this.cookies.get(name));
    if (id === null) return null;
    return this.audience === 'staff' ? staffOfSession(id) : shopperOfSession(id);
  }
}
