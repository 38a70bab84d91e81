package orderly.payment;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * The money was given back.
 */
@EventType(value = "payment.refunded.v1", topic = "payments")
record PaymentRefunded(UUID orderId, UUID paymentId, long amountMinor) {
}
