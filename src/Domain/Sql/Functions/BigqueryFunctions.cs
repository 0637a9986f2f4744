using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>Google BigQuery.</summary>
internal static class BigqueryFunctions
{
    public static readonly ActingFunctions List = new(
        (
            Network,
            "GoogleSQL reference, EXTERNAL_QUERY and models",
            "external_query ml.* ai.* external_object_transform obj.* vector_search_remote"
        ),
        (
            Harmless,
            "BigQuery ML reference: compute, or show what is stored of a model",
            "ml.distance ml.lp_norm ml.standard_scaler ml.min_max_scaler ml.max_abs_scaler ml.robust_scaler ml.normalizer ml.bucketize ml.quantile_bucketize ml.feature_cross ml.polynomial_expand ml.one_hot_encoder ml.multi_hot_encoder ml.label_encoder ml.hash_bucketize ml.ngrams ml.bag_of_words ml.tf_idf ml.imputer ml.training_info ml.feature_info ml.trial_info ml.weights ml.advanced_weights ml.centroids ml.principal_components ml.principal_component_info ml.arima_coefficients ml.arima_evaluate ml.global_explain"
        ),
        (RunsCode, "GoogleSQL reference, procedural functions", "execute_immediate")
    );
}
