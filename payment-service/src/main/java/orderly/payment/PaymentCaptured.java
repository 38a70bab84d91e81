package orderly.payment;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * The money was taken.
 */
@EventType(value = "payment.captured.v1", topic = "payments")
record PaymentCaptured(UUID orderId, UUID paymentId, long amountMinor, String currency) {
}
