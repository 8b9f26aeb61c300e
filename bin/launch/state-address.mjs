// @ts-check

const FORWARDED = /^(forwarded|x-forwarded-.*|x-real-ip)$/;

/**
 * Without a proxy in front these headers come from the client, who may claim any address: they are
 * dropped, and `X-Forwarded-For` says where the socket comes from. lib/server/http/address.ts
 * reads it.
 *
 * @param {import('node:http').IncomingMessage} request
 */
export function stateAddress({ headers, socket }) {
  for (const name of Object.keys(headers)) {
    if (FORWARDED.test(name)) delete headers[name];
  }
  if (socket.remoteAddress) headers['x-forwarded-for'] = socket.remoteAddress;
}
