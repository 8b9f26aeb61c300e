'use client';

import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Called for Escape, the close button and a tap beside the sheet. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons that stay in sight while the rest scrolls. */
  readonly footer?: ReactNode;
}

/**
 * A sheet from below on a phone, a card in the middle elsewhere. The browser's own
 * dialog keeps the focus inside and gives it back, without a style of its own that a
 * strict content security policy would refuse.
 */
export function Dialog({ open, title, onClose, children, footer }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className="mx-auto mt-auto mb-0 max-h-[92dvh] w-full max-w-xl overflow-hidden rounded-t-sheet bg-card text-ink shadow-raised open:flex open:animate-rise md:mb-auto md:rounded-sheet"
    >
      {open && (
        <div className="flex min-h-0 w-full flex-col">
          <div className="flex items-center justify-between gap-4 py-3 pr-3 pl-6">
            <h2 id={titleId} className="text-xl font-extrabold">
              {title}
            </h2>
            <button
              type="button"
              aria-label="Close"
              className="grid size-12 shrink-0 place-items-center rounded-full hover:bg-sunken"
              onClick={onClose}
            >
              <X aria-hidden="true" />
            </button>
          </div>
          <div className="min-h-0 overflow-y-auto overscroll-contain px-6 pb-6">{children}</div>
          {footer && (
            <footer className="flex flex-wrap gap-3 border-t border-line px-6 py-4 pb-[max(1rem,env(safe-area-inset-bottom))] *:grow">
              {footer}
            </footer>
          )}
        </div>
      )}
    </dialog>
  );
}
