package io.telamon.engine.embedded.expression;

import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The expressions of MongoDB 8.0: those that this engine has, and those that it refuses by name. */
public final class ExpressionNames {

    /** mongo-java-server evaluates them to something else. */
    private static final Set<String> WRONG = Set.of("$dayOfWeek", "$log");

    private static final Set<String> OWN = Set.of("$const");

    private static final Set<String> KNOWN = Arrays.stream(Expression.values())
            .map(Expression::name)
            .filter(name -> !WRONG.contains(name))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_MONGODB = words("""
            $abs $accumulator $acos $acosh $add $addToSet $allElementsTrue $and $anyElementTrue $arrayElemAt $arrayToObject $asin $asinh $atan
            $atan2 $atanh $avg $binarySize $bitAnd $bitNot $bitOr $bitXor $bottom $bottomN $bsonSize $ceil $cmp $concat $concatArrays $cond $const
            $convert $cos $cosh $covariancePop $covarianceSamp $createObjectId $dateAdd $dateDiff $dateFromParts $dateFromString $dateSubtract
            $dateToParts $dateToString $dateTrunc $dayOfMonth $dayOfWeek $dayOfYear $degreesToRadians $denseRank $derivative $divide
            $documentNumber $eq $exp $expMovingAvg $filter $first $firstN $floor $function $getField $gt $gte $hash $hexHash $hour $ifNull $in
            $indexOfArray $indexOfBytes $indexOfCP $integral $isArray $isNumber $isoDayOfWeek $isoWeek $isoWeekYear $last $lastN $let
            $linearFill $literal $ln $locf $log $log10 $lt $lte $ltrim $map $max $maxN $median $mergeObjects $meta $millisecond $min $minN
            $minMaxScaler $minute $mod $month $multiply $ne $not $objectToArray $or $percentile $pow $push $radiansToDegrees $rand $range $rank
            $reduce $regexFind $regexFindAll $regexMatch $replaceAll $replaceOne $reverseArray $round $rtrim $sampleRate $second
            $serializeEJSON $deserializeEJSON $setDifference $setEquals $setField $setIntersection $setIsSubset $setUnion $shift $sigmoid $sin
            $sinh $size $slice $sortArray $split $sqrt $stdDevPop $stdDevSamp $strLenBytes $strLenCP $strcasecmp $subtract $substr $substrBytes
            $substrCP $sum $switch $tan $tanh $toArray $toBool $toDate $toDecimal $toDouble $toHashedIndexKey $toInt $toLong $toLower $toObject
            $toObjectId $toString $toUpper $toUUID $top $topN $trim $trunc $tsIncrement $tsSecond $type $unsetField $week $year $zip
            """);

    /** They are accumulators only. */
    private static final Set<String> NOT_EXPRESSIONS = words("""
            $accumulator $addToSet $bottom $bottomN $covariancePop $covarianceSamp $denseRank $derivative $documentNumber $expMovingAvg
            $integral $linearFill $locf $minMaxScaler $push $rank $shift $top $topN
            """);

    private ExpressionNames() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    /**
     * Checks the name of an expression.
     *
     * @throws MongoServerError 238 if only MongoDB has it, 168 {@code InvalidPipelineOperator} if nobody has
     */
    public static void check(String name) {
        if (KNOWN.contains(name) || OWN.contains(name)) {
            return;
        }
        if (OF_MONGODB.contains(name) && !NOT_EXPRESSIONS.contains(name)) {
            throw CommandErrors.notImplemented("the expression " + name);
        }
        throw new MongoServerError(168, "InvalidPipelineOperator", "Unrecognized expression '" + name + "'");
    }
}
